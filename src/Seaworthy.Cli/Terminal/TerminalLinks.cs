using System.Net;
using Seaworthy.Engine.Reporting;
using Seaworthy.Model.Source;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>What a click on a place opens: the file on disk, else the line at the repository's host.</summary>
/// <remarks>Source: "Hyperlinks (a.k.a. HTML-like anchors) in terminal emulators" (OSC 8), Egmont Koblinger.</remarks>
/// <param name="directory">The audited directory; null for a revision or a clone, whose files are not on disk.</param>
/// <param name="permalink">The address of a place at the host; null where it has none.</param>
internal sealed class TerminalLinks(string? directory, Func<SourceSpan, string?> permalink)
{
    /// <summary>No place is a link: in a pipe, in a file, without colours.</summary>
    public static TerminalLinks None { get; } = new(null, _ => null);

    /// <summary>A place as Spectre's markup, shown as at least that many characters.</summary>
    public string Place(SourceSpan span, int width = 0)
    {
        var shown = Quote.Text(span.ToString());
        var room = new string(' ', Math.Max(0, width - shown.Length));
        var link = Address(span) is { } address ? $" link={address}" : "";
        return $"[blue{link}]{Markup.Escape(shown)}[/]{room}";
    }

    // Every letter that could end the sequence or the markup is escaped: paths are hostile input.
    private string? Address(SourceSpan span) =>
        directory is null
            ? permalink(span) is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri)
                ? uri.AbsoluteUri.Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal)
                : null
            : $"file://{Dns.GetHostName()}{Escaped(Path.GetFullPath(Path.Combine(directory, span.File.Path)))}";

    private static string Escaped(string path) =>
        (path.StartsWith('/') ? "" : "/") + string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
