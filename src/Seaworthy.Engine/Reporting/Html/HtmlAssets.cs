using System.Security.Cryptography;
using System.Text;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>The style and the script of the report: files beside this one, carried in the program and written into every report.</summary>
internal static class HtmlAssets
{
    public static string Style { get; } = Read("report.css");

    public static string Script { get; } = Read("report.js");

    /// <summary>Nothing is loaded, from nowhere; no style and no script runs but these two, whatever a repository smuggles into the page.</summary>
    /// <remarks>Source: Content Security Policy Level 3, "Valid hashes for inline scripts": the hash of exactly what stands between the tags.</remarks>
    public static string Policy { get; } =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    private static string Read(string name)
    {
        using var stream =
            typeof(HtmlAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program lacks {name}.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        // A checkout on Windows may end lines otherwise, and the same tree gives the same report everywhere.
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
