using Tabletop.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Tabletop.Browser;

/// <summary>Sizes that every page is looked at in.</summary>
public enum Screen
{
    /// <summary>1440 × 900, mouse and keyboard.</summary>
    Desktop,

    /// <summary>390 × 844, touch.</summary>
    Phone,
}

/// <summary>
/// One browser for all tests of a run. A context is one person's browser: its own cookies,
/// nothing shared with the next.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    // Set by tests/run.sh, which also installs a browser where there is none.
    const string BrowserVariable = "TABLETOP_BROWSER";

    static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    // Milliseconds. A machine with two busy cores stands still for half a minute now and then, and what is awaited comes all the same;
    // only a test that fails waits as long as this.
    const float Patience = 120_000;

    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        try
        {
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Flags });
        }
        catch (PlaywrightException cause)
        {
            throw new InvalidOperationException(
                $"No browser could be started: run tests/run.sh, which installs one, or set {BrowserVariable} to the path of a Chromium.",
                cause);
        }
    }

    /// <summary>Somebody's browser. Dispose it.</summary>
    /// <param name="home">What addresses of pages are relative to.</param>
    /// <param name="change">Any other option of the context, such as reduced motion or forced colours.</param>
    public async Task<IBrowserContext> NewContextAsync(
        Uri home,
        Screen screen = Screen.Desktop,
        ColorScheme scheme = ColorScheme.Dark,
        Action<BrowserNewContextOptions>? change = null)
    {
        var phone = screen == Screen.Phone;
        var options = new BrowserNewContextOptions
        {
            BaseURL = home.ToString(),
            ColorScheme = scheme,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
            DeviceScaleFactor = phone ? 2 : 1,
            IsMobile = phone,
            HasTouch = phone,
            Locale = "en-GB",
            TimezoneId = "UTC",
            ReducedMotion = ReducedMotion.Reduce,
        };
        change?.Invoke(options);

        var context = await (browser ?? throw new InvalidOperationException("The browser is not running.")).NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    // Null means the browser that Playwright's own installer put in place.
    static string? Find() =>
        Environment.GetEnvironmentVariable(BrowserVariable) is { Length: > 0 } told ? told : UsualPlaces.FirstOrDefault(File.Exists);
}
