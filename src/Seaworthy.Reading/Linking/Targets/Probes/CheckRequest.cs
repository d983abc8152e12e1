using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Targets.Probes;

/// <summary>The request of one command of a health check, as far as it is known.</summary>
internal sealed record CheckRequest(ProbeKind Kind, ProbeAddress? Address, string Method)
{
    // Ends a URL inside a program text.
    private static readonly char[] UrlEnd = ['"', '\'', '`', ' ', ')', '\\', '\n', '{', '$', ',', ';'];

    public static CheckRequest Of(ShellCommand command, Func<string, Resolved?> variable)
    {
        foreach (var known in KnownCommand.Of(command))
        {
            if (known is HttpProbeCommand http)
            {
                var url = ShellValues.Resolve(http.Url, name => Marked(http.Url, name, variable)).Text;
                return new CheckRequest(ProbeKind.Http, url is null ? null : ProbeAddress.OfUrl(url), http.Method ?? "GET");
            }

            if (known is PortProbeCommand { Port: { } port } probe)
            {
                var host = probe.Host is { } name ? ShellValues.Resolve(name, variable).Text : "localhost";
                return new CheckRequest(
                    ProbeKind.Tcp,
                    ProbeAddress.OfAuthority($"{host}:{ShellValues.Resolve(port, variable).Text}", null),
                    ""
                );
            }
        }

        return command.Arguments.Select(InProgramText).OfType<ProbeAddress>().FirstOrDefault() is { } found
            ? new CheckRequest(ProbeKind.Http, found, "GET")
            : new CheckRequest(ProbeKind.Command, null, "");
    }

    /// <summary>Unknown parts are marked, so that the rest of the URL is still known.</summary>
    private static Resolved? Marked(ShellWord word, string name, Func<string, Resolved?> variable) =>
        variable(name) is { } given
            ? given.IsKnown
                ? given
                : Resolved.Known(ProbeAddress.Unknown)
            : word.Parts.Any(part => part.Text == name && part.Default is not null)
                ? null
                : Resolved.Known(ProbeAddress.Unknown);

    /// <summary>The URL in the text of <c>python -c</c> or <c>node -e</c>; none when it is put together there.</summary>
    private static ProbeAddress? InProgramText(ShellWord word)
    {
        var text = word.Literal ?? word.Raw;
        var start = text.IndexOf("http://", StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOfAny(UrlEnd, start);
        if (end < 0 || text[end] is '{' or '$')
        {
            return null;
        }

        var isJoined = text.AsSpan(Math.Min(end + 1, text.Length)).TrimStart() is ['+' or '%', ..] or ['.', 'f', ..];
        return isJoined ? null : ProbeAddress.OfUrl(text[start..end]);
    }
}
