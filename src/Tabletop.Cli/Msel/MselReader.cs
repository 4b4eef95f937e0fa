using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Tabletop.Cli;

/// <summary>A cell as it was found: its text, or why it has none.</summary>
/// <param name="Place">Sheet and cell: <c>MSEL!H5</c>.</param>
/// <param name="Text">Without blanks at its end; a number in the column of times as <see cref="MselRow.Stamp"/> writes it.</param>
/// <param name="Fault">Null when the cell could be read.</param>
sealed record MselCell(string Place, string Text, string? Fault = null);

/// <param name="Inject">The cell that names the inject.</param>
/// <param name="Cells">By column; columns that the sheet does not have are absent.</param>
sealed record MselSheetRow(MselCell Inject, ImmutableDictionary<MselColumn, MselCell> Cells);

/// <param name="Rows">Of the sheet, empty ones left out.</param>
/// <param name="Exported">The texts of the cells at the time of the export, by inject; null when the workbook no longer has them.</param>
/// <param name="Unread">Headings of columns that are nobody's.</param>
/// <param name="Fault">Why the workbook is no list of injects, with the place; null when it is one.</param>
sealed record MselBook(
    ImmutableArray<MselSheetRow> Rows,
    ImmutableDictionary<string, ImmutableDictionary<MselColumn, string>>? Exported,
    ImmutableArray<string> Unread,
    string? Fault = null)
{
    internal static MselBook Faulty(string fault) => new([], null, [], fault);
}

/// <summary>Reads a workbook that <see cref="MselWriter"/> wrote and somebody has edited since, with whatever program.</summary>
static class MselReader
{
    const long LargestFile = 20 << 20;

    internal static MselBook Read(string file)
    {
        try
        {
            if (!File.Exists(file))
            {
                return MselBook.Faulty("there is no such file; 'tabletop export --msel' writes one");
            }

            if (new FileInfo(file).Length > LargestFile)
            {
                return MselBook.Faulty("the file is larger than 20 megabytes");
            }

            using var document = SpreadsheetDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = LargestFile });
            return document.WorkbookPart is { } book ? Read(book) : MselBook.Faulty("it holds no workbook");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or OpenXmlPackageException or InvalidDataException or XmlException or FormatException)
        {
            return MselBook.Faulty($"it cannot be read as .xlsx: {fault.Message.TrimEnd('.')}");
        }
    }

    static MselBook Read(WorkbookPart book)
    {
        if (Grid.Of(book, MselWriter.Sheet) is not { } grid)
        {
            return MselBook.Faulty($"it has no sheet '{MselWriter.Sheet}'");
        }

        var columns = grid.Columns();
        if (!columns.ContainsValue(MselColumn.Inject))
        {
            return MselBook.Faulty($"{MselWriter.Sheet}!A1: the first row has no heading '{MselHeading.Of(MselColumn.Inject).Heading}'");
        }

        if (columns.Values.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return MselBook.Faulty($"{MselWriter.Sheet}!A1: the heading '{MselHeading.Of(twice.Key).Heading}' stands there twice");
        }

        return new MselBook(grid.Rows(columns), Exported(book), grid.Unread(columns));
    }

    static ImmutableDictionary<string, ImmutableDictionary<MselColumn, string>>? Exported(WorkbookPart book) =>
        Grid.Of(book, MselWriter.Exported) is not { } grid ? null : grid.Rows(grid.Columns())
            .DistinctBy(row => row.Inject.Text)
            .ToImmutableDictionary(row => row.Inject.Text, row => row.Cells.ToImmutableDictionary(cell => cell.Key, cell => cell.Value.Text));

    /// <summary>One sheet's cells by row and column.</summary>
    sealed class Grid(string name, SortedDictionary<uint, Dictionary<string, Cell>> cells, SharedStringTable? shared, bool counts1904)
    {
        internal static Grid? Of(WorkbookPart book, string name)
        {
            var sheet = book.Workbook?.Descendants<Sheet>().FirstOrDefault(sheet => sheet.Name?.Value == name);
            if (sheet?.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart { Worksheet: { } worksheet })
            {
                return null;
            }

            var cells = new SortedDictionary<uint, Dictionary<string, Cell>>();
            foreach (var cell in worksheet.Descendants<Cell>())
            {
                var reference = cell.CellReference?.Value ?? throw new FormatException("a cell says not where it stands");
                var column = reference.TrimEnd([.. "0123456789"]);
                var row = uint.Parse(reference.AsSpan(column.Length), NumberStyles.None, CultureInfo.InvariantCulture);
                cells.TryAdd(row, []);
                cells[row][column] = cell;
            }

            return new Grid(name, cells, book.SharedStringTablePart?.SharedStringTable, book.Workbook?.WorkbookProperties?.Date1904?.Value ?? false);
        }

        /// <summary>Which column of the sheet holds which of the list's.</summary>
        internal Dictionary<string, MselColumn> Columns() => (
            from head in cells.GetValueOrDefault(1u, [])
            join heading in MselHeading.All on Text(head.Value).Text.Trim() equals heading.Heading
            select (head.Key, heading.Column)).ToDictionary(pair => pair.Key, pair => pair.Column);

        internal ImmutableArray<string> Unread(Dictionary<string, MselColumn> columns) =>
            [.. cells.GetValueOrDefault(1u, []).Where(head => !columns.ContainsKey(head.Key)).Select(head => Text(head.Value).Text.Trim()).Where(text => text.Length > 0)];

        internal ImmutableArray<MselSheetRow> Rows(Dictionary<string, MselColumn> columns)
        {
            var rows = ImmutableArray.CreateBuilder<MselSheetRow>();
            foreach (var (number, row) in cells.Where(row => row.Key > 1))
            {
                var found = columns.ToImmutableDictionary(column => column.Value, column => At(number, column.Key, row.GetValueOrDefault(column.Key), column.Value));
                if (found.Values.Any(cell => cell.Text.Length > 0 || cell.Fault is not null))
                {
                    rows.Add(new MselSheetRow(found[MselColumn.Inject], found));
                }
            }

            return rows.ToImmutable();
        }

        MselCell At(uint row, string column, Cell? cell, MselColumn meaning)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{name}!{column}{row}");
            if (cell is null)
            {
                return new MselCell(place, "");
            }

            var (text, isNumber, fault) = Text(cell);
            return fault is not null ? new MselCell(place, "", fault)
                : meaning == MselColumn.ScenarioTime && isNumber ? AtTime(place, text)
                : new MselCell(place, text.ReplaceLineEndings("\n").TrimEnd());
        }

        MselCell AtTime(string place, string number)
        {
            var days = double.Parse(number, CultureInfo.InvariantCulture) + (counts1904 ? 1462 : 0);
            if (days is < 1 or > 2_900_000)
            {
                return new MselCell(place, "", $"{number} is no time");
            }

            var ticks = DateTime.FromOADate(days).AddMilliseconds(500).Ticks;
            return new MselCell(place, MselRow.Stamp(new DateTimeOffset(ticks - ticks % TimeSpan.TicksPerSecond, TimeSpan.Zero)));
        }

        (string Text, bool IsNumber, string? Fault) Text(Cell cell)
        {
            var value = cell.CellValue?.Text ?? "";
            var kind = cell.DataType?.Value ?? CellValues.Number;
            if (kind == CellValues.InlineString)
            {
                return (Plain(cell.InlineString), false, null);
            }

            if (kind == CellValues.SharedString)
            {
                var index = int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);
                return shared?.ElementAtOrDefault(index) is SharedStringItem item ? (Plain(item), false, null) : ("", false, "its text is missing from the workbook");
            }

            if (kind == CellValues.Error)
            {
                return ("", false, $"the cell shows the error {value}");
            }

            return kind == CellValues.Boolean ? (value == "1" ? "TRUE" : "FALSE", false, null)
                : kind == CellValues.Date || kind == CellValues.String ? (MselWriter.Unescaped(value), false, null)
                : (value, value.Length > 0 && double.TryParse(value, CultureInfo.InvariantCulture, out _), null);
        }

        /// <summary>The text, its coloured pieces put together, and nothing of what is there for readers of Japanese.</summary>
        static string Plain(DocumentFormat.OpenXml.OpenXmlElement? text) => MselWriter.Unescaped(text is null ? "" : string.Concat(
            text.ChildElements.SelectMany(part => part is Run run ? run.Elements<Text>() : part is Text own ? [own] : []).Select(piece => piece.Text)));
    }
}
