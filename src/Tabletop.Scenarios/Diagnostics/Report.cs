using System.Collections.Immutable;

namespace Tabletop.Scenarios;

/// <summary>Gathers what is wrong while a scenario is read and checked.</summary>
sealed class Report
{
    /// <summary>More than this helps nobody, and the nearest name of each costs time.</summary>
    public const int Limit = 500;

    readonly List<Diagnostic> _found = [];
    Place? _beyond;

    public bool HasErrors { get; private set; }

    /// <summary>True when the next fault would only be counted: no need to look for nearest names.</summary>
    public bool IsFull => _found.Count >= Limit;

    public bool Has(DiagnosticCode code) => _found.Exists(found => found.Code == code.Id);

    public void Add(DiagnosticCode code, Place place, string message, string mend) => Add(ToDiagnostic(code, place, message, mend));

    public void Add(Diagnostic found)
    {
        HasErrors |= found.Severity == Severity.Error;
        if (IsFull)
        {
            _beyond ??= new Place(found.File, found.Line, found.Column, found.Length);
            return;
        }

        _found.Add(found);
    }

    /// <summary>In the order of the sources, then by place.</summary>
    public ImmutableArray<Diagnostic> Sorted(Comparison<string> files)
    {
        IEnumerable<Diagnostic> all = _found;
        if (_beyond is { } place)
        {
            all = all.Append(ToDiagnostic(DiagnosticCodes.TooManyDiagnostics, place,
                $"more than {Limit} faults, the others are not listed", "Mend those listed and check again."));
        }

        return
        [
            .. all.OrderBy(found => found.File, Comparer<string>.Create(files))
                .ThenBy(found => found.Line)
                .ThenBy(found => found.Column)
                .ThenBy(found => found.Code, StringComparer.Ordinal),
        ];
    }

    public static Diagnostic ToDiagnostic(DiagnosticCode code, Place place, string message, string mend) => new()
    {
        Severity = code.Severity,
        Code = code.Id,
        Message = message,
        Mend = mend,
        File = place.File,
        Line = place.Line,
        Column = place.Column,
        Length = place.Length,
    };
}

/// <summary>Where something stands. Line and column are 1-based.</summary>
readonly record struct Place(string File, int Line, int Column, int Length)
{
    public static Place StartOf(string file) => new(file, 1, 1, 1);
}
