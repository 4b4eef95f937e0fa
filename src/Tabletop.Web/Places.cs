namespace Tabletop.Web;

/// <summary>The folders that the program reads and writes, as absolute paths.</summary>
/// <param name="Scenarios">Where scenarios are read from. Setting: <c>scenarios</c>; by default the folder shipped beside the program.</param>
/// <param name="ScenariosAreTheirs">The folder was named by whoever runs the program: authors change scenarios in it. What is shipped stays as it is; authors change copies in the data folder.</param>
/// <param name="Data">Where events, accounts and keys are kept. Setting: <c>data</c>; by default the user's folder for application data.</param>
public sealed record Places(string Scenarios, bool ScenariosAreTheirs, string Data)
{
    public static Places From(IConfiguration settings) => new(
        Absolute(settings["scenarios"]) ?? Path.Combine(AppContext.BaseDirectory, "scenarios"),
        Absolute(settings["scenarios"]) is not null,
        Absolute(settings["data"]) ?? DefaultData());

    static string? Absolute(string? path) => string.IsNullOrWhiteSpace(path) ? null : Path.GetFullPath(path);

    // Never the working directory: an exercise must be found again wherever the program is started from.
    static string DefaultData()
    {
        var ofUser = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return ofUser.Length > 0
            ? Path.Combine(ofUser, "tabletop")
            : Path.Combine(AppContext.BaseDirectory, "data");
    }
}
