using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Tabletop.Engine;

namespace Tabletop.Cli;

/// <summary>Writes the master scenario events list as a workbook.</summary>
static partial class MselWriter
{
    internal const string Sheet = "MSEL";

    /// <summary>Hidden: the cells as they were exported, so that an import knows which ones somebody changed.</summary>
    internal const string Exported = "exported";

    /// <summary>Letters that a cell may hold, by Excel's own limits.</summary>
    internal const int LongestCell = 32_767;

    const uint Plain = 0;
    const uint Head = 1;
    const uint Wrapped = 2;
    const uint Computed = 3;
    const uint Time = 4;

    internal static void Write(Stream stream, Engine.Scenario scenario, ImmutableArray<MselRow> rows)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        document.PackageProperties.Title = $"{scenario.Title}: master scenario events list";
        document.PackageProperties.Creator = "tabletop";
        var book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        book.Workbook = new Workbook(new Sheets(
            new Sheet { Id = Add(book, Visible(rows)), SheetId = 1, Name = Sheet },
            new Sheet { Id = Add(book, new Worksheet(Data(rows, hidden: true))), SheetId = 2, Name = Exported, State = SheetStateValues.VeryHidden }));
    }

    static string Add(WorkbookPart book, Worksheet sheet)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = sheet;
        return book.GetIdOfPart(part);
    }

    static Worksheet Visible(ImmutableArray<MselRow> rows)
    {
        var last = Reference((int)MselColumn.Notes, rows.Length + 1);
        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(new Pane { HorizontalSplit = 2, VerticalSplit = 1, TopLeftCell = "C2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen })
            {
                WorkbookViewId = 0,
            }),
            new Columns(MselHeading.All.Select((heading, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = heading.Width, CustomWidth = true })),
            Data(rows, hidden: false),
            new AutoFilter { Reference = $"A1:{last}" },
            new DataValidations(new DataValidation(new Formula1($"\"{string.Join(',', Enum.GetValues<Channel>().Select(MselRow.Word))}\""))
            {
                Type = DataValidationValues.List,
                AllowBlank = false,
                ShowErrorMessage = true,
                SequenceOfReferences = new ListValue<StringValue>([$"{Reference((int)MselColumn.Method, 2)}:{Reference((int)MselColumn.Method, rows.Length + 1)}"]),
            }),
            new PageSetup { Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
    }

    static SheetData Data(ImmutableArray<MselRow> rows, bool hidden)
    {
        var data = new SheetData(new Row(MselHeading.All.Select((heading, index) => TextCell(heading.Heading, index, 1, hidden ? Plain : Head))) { RowIndex = 1 });
        foreach (var (row, number) in rows.Select((row, index) => (row, index + 2)))
        {
            data.Append(new Row(MselHeading.All.Select((heading, index) => ToCell(heading, row.Cells[index], index, number, hidden)))
            {
                RowIndex = (uint)number,
                Height = hidden ? null : Height(row),
                CustomHeight = hidden ? null : true,
            });
        }

        return data;
    }

    /// <summary>In points, as much as all lines take, up to the highest row that there can be: not every program works it out by itself.</summary>
    static double Height(MselRow row) => Math.Min(409, 4 + 14 * row.Cells
        .Zip(MselHeading.All, (text, heading) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length / heading.Width))))
        .Max());

    static Cell ToCell(MselHeading heading, string text, int column, int row, bool hidden) =>
        !hidden && heading.Column == MselColumn.ScenarioTime
            ? TimeCell(text, column, row)
            : TextCell(text, column, row, hidden ? Plain : heading.FollowsFrom is null && heading.Column != MselColumn.Inject ? Wrapped : Computed);

    /// <summary>A real date, so that it sorts and can be counted with.</summary>
    static Cell TimeCell(string text, int column, int row) => new()
    {
        CellReference = Reference(column, row),
        StyleIndex = Time,
        CellValue = text.Length == 0 ? null : new CellValue(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime.ToOADate().ToString(CultureInfo.InvariantCulture)),
    };

    static Cell TextCell(string text, int column, int row, uint style) => new()
    {
        CellReference = Reference(column, row),
        StyleIndex = style,
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(Escaped(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    /// <summary>In a workbook _x0041_ stands for the letter A: who means the seven letters writes their first one so.</summary>
    internal static string Escaped(string text) => Escape().Replace(text, "_x005F_");

    internal static string Unescaped(string text) => Escaping().Replace(text, match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    internal static string Reference(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaping();

    static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm:ss" }),
        new Fonts(new Font(), new Font(new Bold()), new Font(new Color { Rgb = "FF666666" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE3E9F0" }) { PatternType = PatternValues.Solid }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFF3F3F3" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            Format(font: 1, fill: 2, number: 0),
            Format(font: 0, fill: 0, number: 49),
            Format(font: 2, fill: 3, number: 49),
            Format(font: 0, fill: 0, number: 164)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    static CellFormat Format(uint font, uint fill, uint number) => new(new Alignment { WrapText = true, Horizontal = HorizontalAlignmentValues.Left, Vertical = VerticalAlignmentValues.Top })
    {
        FontId = font,
        ApplyFont = true,
        FillId = fill,
        ApplyFill = true,
        NumberFormatId = number,
        ApplyNumberFormat = true,
        ApplyAlignment = true,
    };
}
