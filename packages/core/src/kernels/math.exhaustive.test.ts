import { testEveryFloat } from "../../test/every-float.js";
import { unaryFunctions } from "../../test/vector-functions.js";

// Powers are in a separate file: files run in parallel.
testEveryFloat(unaryFunctions);
