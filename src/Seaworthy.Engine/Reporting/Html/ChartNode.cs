using Seaworthy.Engine.Reporting.Html.Layout;
using Seaworthy.Engine.Wiring;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>A node as it is drawn: what stands in its box, and how large that is.</summary>
/// <param name="Home">The target whose chart it stands in.</param>
internal sealed record ChartNode(WireNode Node, string Home)
{
    private const int NameLength = 24;
    private const int RunsLength = 30;
    private const int NameWidth = 8;
    private const int RunsWidth = 6;
    private const int Narrow = 84;
    private const int Padding = 28;

    public string Name { get; } = Start(Quote.Text(Node.Name), NameLength);

    /// <summary>The image; for a workload of elsewhere, where.</summary>
    public string? Below { get; } =
        Node.Kind is WireNodeKind.Service or WireNodeKind.Store && Node.Target is { } target && target != Home
            ? End("in " + Quote.Text(target), RunsLength)
        : Node.Runs is { } runs ? End(Quote.Text(runs), RunsLength)
        : null;

    public BoxSize Size =>
        new(Math.Max(Narrow, Padding + Math.Max(Name.Length * NameWidth, (Below?.Length ?? 0) * RunsWidth)), Below is null ? 34 : 48);

    public string Kind =>
        Node.Kind switch
        {
            WireNodeKind.Service => "workload",
            WireNodeKind.Store => "store",
            WireNodeKind.Entry => Node.Name.StartsWith(':') ? "published port" : "ingress host",
            WireNodeKind.Outside => "host outside",
            _ => "host that does not exist",
        };

    private static string Start(string text, int length) =>
        text.Length <= length ? text : text[..(length - (char.IsHighSurrogate(text[length - 2]) ? 2 : 1))] + "…";

    private static string End(string text, int length) =>
        text.Length <= length ? text : "…" + text[(text.Length - length + (char.IsLowSurrogate(text[^(length - 1)]) ? 2 : 1))..];
}
