import { testEveryFloat } from "../../test/every-float.js";
import { unaryFunctions } from "../../test/vector-functions.js";

// Powers are in a file of their own: files run side by side.
testEveryFloat(unaryFunctions);
