import { describe, expect, it } from "vitest";
import { arrayRoles } from "./array-roles.js";

const pair = (inputs: string, classes: string) => ({ inputs, classes });

describe("arrayRoles", () => {
  it.each([
    [["x", "y"], { train: pair("x", "y") }],
    [["y_train", "X_train"], { train: pair("X_train", "y_train") }],
    [["data", "labels"], { train: pair("data", "labels") }],
    [["x", "y", "x_test", "y_test"], { train: pair("x", "y"), test: pair("x_test", "y_test") }],
    [
      ["x_train", "y_train", "x_valid", "y_valid"],
      { train: pair("x_train", "y_train"), validation: pair("x_valid", "y_valid") },
    ],
    [
      ["train_images", "val_images", "test_images", "train_labels", "val_labels", "test_labels"],
      {
        train: pair("train_images", "train_labels"),
        validation: pair("val_images", "val_labels"),
        test: pair("test_images", "test_labels"),
      },
    ],
  ])("reads %j", (names, roles) => {
    expect(arrayRoles(names)).toEqual({ ...roles, unused: [] });
  });

  it("names what has no role", () => {
    const names = ["sample_weight", "x_train", "y_train", "train", "x_train_raw", "z", "toString"];
    expect(arrayRoles(names)).toMatchObject({
      unused: ["sample_weight", "train", "x_train_raw", "z", "toString"],
    });
  });

  it.each([
    [["x_train", "y_train", "x", "y"], "both x, y and x_train, y_train may be the training rows"],
    [["X_train", "x_train", "y_train"], "X_train and x_train have the same role"],
    [["x_train", "y_train", "x_val", "x_dev"], "x_val and x_dev have the same role"],
    [["x", "y", "data"], "x and data have the same role"],
    [["x_train", "y_train", "x_val"], "x_val has no classes beside it"],
    [["x_train", "y_train", "y_test"], "y_test has no inputs beside it"],
    [["x_train", "y_train", "y"], "y has no inputs beside it"],
    [["x_test", "y_test"], "it holds x_test, y_test; expected arrays x_train and y_train, or x and y"],
    [["arr_0", "arr_1"], "np.savez(file, x=x, y=y)"],
    [[], "it holds nothing"],
  ])("asks about %j", (names, message) => {
    expect(arrayRoles(names)).toContain(message);
  });
});
