package vn.nhipso.directory.catalogue;

import java.util.List;
import vn.nhipso.directory.change.UnitList;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.table.FileErrors;
import vn.nhipso.kit.table.TableReader;
import vn.nhipso.kit.table.TableRow;

/** Reads a whole list of units in any layout that its header shows. */
final class UnitFile {

    private UnitFile() {}

    /**
     * @param area the code at the head of the part of the country that the list is of
     * @param errors receives every bad row
     * @param prefix of columns in errors
     */
    static UnitList read(TableReader table, String area, FileErrors errors, String prefix) {
        RowErrors named = new RowErrors(errors, prefix);
        UnitRows rows = new UnitRows(area, named);
        List<String> header = table.header();
        UnitLayout layout = WideLayout.of(header, rows, named).orElseGet(() -> new PlainLayout(header, rows, named));
        boolean any = false;
        while (table.hasNext()) {
            TableRow row = table.next();
            any = true;
            if (errors.addFaults(row, header)) {
                layout.skip(row);
            } else {
                layout.add(row);
            }
        }
        if (!any) {
            throw new ProblemException(KitProblem.FILE_EMPTY, KitProblem.FILE_EMPTY.title());
        }
        return rows.list();
    }
}
