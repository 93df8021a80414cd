package vn.nhipso.kit.table;

import vn.nhipso.kit.problem.ProblemCode;
import vn.nhipso.kit.problem.Text;

/**
 * What is wrong with a cell before anybody asked what it means.
 *
 * @param cell its column, from 0; behind the last column of the header where a row has too many cells
 * @param code FILE_NOT_UTF8, CELL_INVALID or CELL_TOO_LONG
 * @param detail what is wrong and what would be right
 */
public record CellFault(int cell, ProblemCode code, Text detail) {}
