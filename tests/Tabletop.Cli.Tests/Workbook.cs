using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Tabletop.Cli.Tests;

/// <summary>Reads and changes cells of a workbook on disk, as a spreadsheet program would: texts shared, times as numbers of days.</summary>
static class Workbook
{
    public static string Text(string file, string cell)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var found = Sheet(document, "MSEL").Descendants<Cell>().Single(other => other.CellReference == cell);
        return found.InlineString?.InnerText ?? found.CellValue?.Text ?? "";
    }

    public static void Set(string file, string cell, string text) => Change(file, (document, sheet) =>
    {
        var part = document.WorkbookPart!.SharedStringTablePart ?? document.WorkbookPart.AddNewPart<SharedStringTablePart>();
        part.SharedStringTable ??= new SharedStringTable();
        part.SharedStringTable.Append(new SharedStringItem(new Run(new Text(text[..(text.Length / 2)])), new Run(new RunProperties(new Bold()), new Text(text[(text.Length / 2)..]))));
        Put(sheet, cell, new Cell
        {
            DataType = CellValues.SharedString,
            CellValue = new CellValue((part.SharedStringTable.Count() - 1).ToString(CultureInfo.InvariantCulture)),
        });
    });

    public static void Set(string file, string cell, DateTime time) =>
        Change(file, (_, sheet) => Put(sheet, cell, new Cell { CellValue = new CellValue(time.ToOADate().ToString(CultureInfo.InvariantCulture)) }));

    public static void SetError(string file, string cell) =>
        Change(file, (_, sheet) => Put(sheet, cell, new Cell { DataType = CellValues.Error, CellValue = new CellValue("#REF!") }));

    public static void DeleteRow(string file, uint row) =>
        Change(file, (_, sheet) => sheet.Descendants<Row>().Single(other => other.RowIndex! == row).Remove());

    public static void DeleteSheet(string file, string name) => Change(file, (document, _) =>
    {
        var sheet = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(other => other.Name == name);
        document.WorkbookPart.DeletePart(sheet.Id!);
        sheet.Remove();
    });

    static void Change(string file, Action<SpreadsheetDocument, Worksheet> change)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: true);
        change(document, Sheet(document, "MSEL"));
    }

    static Worksheet Sheet(SpreadsheetDocument document, string name)
    {
        var sheet = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(other => other.Name == name);
        return ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!;
    }

    static void Put(Worksheet sheet, string reference, Cell cell)
    {
        cell.CellReference = reference;
        var old = sheet.Descendants<Cell>().SingleOrDefault(other => other.CellReference == reference);
        if (old is null)
        {
            var row = uint.Parse(reference.AsSpan(1), CultureInfo.InvariantCulture);
            sheet.Descendants<Row>().Single(other => other.RowIndex! == row).Append(cell);
        }
        else
        {
            old.Parent!.ReplaceChild(cell, old);
        }
    }
}
