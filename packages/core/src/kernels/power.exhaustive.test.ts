import { testEveryFloat } from "../../test/every-float.js";
import { powers } from "../../test/vector-functions.js";

testEveryFloat(powers);
