using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Tabletop.Web.Tests.Language;

static class InGerman
{
    /// <summary>Texts are German until it is disposed. Everywhere else tests speak English: the program knows no other default.</summary>
    public static IDisposable Texts() => new Chosen(new("de"));

    /// <summary>What every component asks for its texts.</summary>
    public static void AddTexts(this BunitContext context) =>
        context.Services.AddLogging().AddLocalization().AddSingleton<AntiforgeryStateProvider, NoForms>();

    // The choice of the language is a form; nothing posts it where there is no server.
    sealed class NoForms : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }

    sealed class Chosen : IDisposable
    {
        readonly CultureInfo before = CultureInfo.CurrentUICulture;

        public Chosen(CultureInfo language) => CultureInfo.CurrentUICulture = language;

        public void Dispose() => CultureInfo.CurrentUICulture = before;
    }
}
