using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>Reads configurations of HAProxy, and templates of Jinja for them; lines with holes are passed over.</summary>
/// <remarks>
/// Source: HAProxy Configuration Manual, "Alphabetically sorted keywords reference", <c>option</c>; the ROADMAP and <c>src/cfgparse.c</c> of 2.3: "Missing LF on last line, file might have
/// been truncated" became an error.
/// </remarks>
internal sealed class HaproxyReader : Reader
{
    private static readonly string[] Sections =
    [
        "global",
        "defaults",
        "frontend",
        "backend",
        "listen",
        "resolvers",
        "peers",
        "userlist",
        "cache",
        "mailers",
        "program",
        "ring",
        "http-errors",
        "fcgi-app",
    ];

    private static readonly string[] Options =
    [
        .. """
            abortonclose accept-invalid-http-request accept-invalid-http-response accept-unsafe-violations-in-http-request
            accept-unsafe-violations-in-http-response allbackups checkcache clitcpka contstats disable-h2-upgrade dontlog-normal dontlognull external-check
            forceclose forwarded forwardfor h1-case-adjust-bogus-client h1-case-adjust-bogus-server http-buffer-request http-drop-request-trailers
            http-drop-response-trailers http-ignore-probes http-keep-alive http-no-delay http-pretend-keepalive http-restrict-req-hdr-names http-server-close
            http-tunnel http-use-htx http-use-proxy-header http_proxy httpchk httpclose httplog httpslog idle-close-on-response independent-streams
            ldap-check log-health-checks log-separate-errors logasap mysql-check nolinger originalto persist pgsql-check prefer-last-server redispatch
            redis-check smtpchk socket-stats splice-auto splice-request splice-response spop-check srvtcpka ssl-hello-chk start-on-reload tcp-check
            tcp-smart-accept tcp-smart-connect tcpka tcplog transparent
            """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];

    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Contains("haproxy", StringComparison.OrdinalIgnoreCase)
            && (
                name.EndsWith(".cfg", StringComparison.Ordinal)
                || name.EndsWith(".conf", StringComparison.Ordinal)
                || name.EndsWith(".cfg.j2", StringComparison.Ordinal)
                || name.EndsWith(".cfg.tmpl", StringComparison.Ordinal)
                || name.EndsWith(".cfg.template", StringComparison.Ordinal)
            );
    }

    public override Artifact? Read(FileSyntax file)
    {
        var lines = SourceLine.Of(file.File).Select(WordsOf).Where(words => words.Count > 0).ToList();
        if (!lines.Exists(words => words[0].Value is "frontend" or "backend" or "listen"))
        {
            return null;
        }

        var (section, sections) = ("", new Dictionary<Fact<string>, string>());
        foreach (var words in lines)
        {
            section = Sections.Contains(words[0].Value) ? words[0].Value : section;
            sections[words[0]] = section;
        }

        return new HaproxyFile(file.File)
        {
            Servers =
            [
                .. lines
                    .Where(words =>
                        words is [{ Value: "server" }, _, _, ..] && sections[words[0]] is "backend" or "listen" && !IsHoled(words[2])
                    )
                    .Select(words => ProxyAddress.Of(ProxyAddress.DollarTemplate(words[2]))),
            ],
            Problems = [.. lines.Select(Unknown).OfType<Problem>(), .. Lost(file.File, lines), .. Cut(file.File)],
        };
    }

    /// <summary>Only what resembles an option: newer releases may have others.</summary>
    private static Problem? Unknown(List<Fact<string>> words)
    {
        var at = words[0].Value == "no" ? 1 : 0;
        return
            words.Count > at + 1
            && words[at].Value == "option"
            && words[at + 1] is var option
            && !Options.Contains(option.Value)
            && NearMiss.Of(option.Value, Options) is { } meant
            ? new Problem(ProblemKind.Syntax, $"unknown option '{option.Value}'; did you mean '{meant}'?", option.Span)
            {
                Remedy = $"Write `option {meant}`",
            }
            : null;
    }

    /// <summary>Backends that no section declares; other files may do so where this one is only a part.</summary>
    private static IEnumerable<Problem> Lost(SourceFile file, List<List<Fact<string>>> lines)
    {
        var declared = lines
            .Where(words => words is [{ Value: "backend" or "listen" }, _, ..])
            .Select(words => words[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        return file.Name.EndsWith(".cfg", StringComparison.Ordinal) && lines.Exists(words => words is [{ Value: "defaults" }, ..])
            ? lines
                .Where(words =>
                    words is [{ Value: "default_backend" or "use_backend" }, _, ..]
                    && !IsHoled(words[1])
                    && !declared.Contains(words[1].Value)
                )
                .Select(words => new Problem(
                    ProblemKind.Syntax,
                    $"unable to find required {words[0].Value}: '{words[1].Value}'",
                    words[1].Span
                ))
            : [];
    }

    private static IEnumerable<Problem> Cut(SourceFile file)
    {
        // What a template ends with is for its engine.
        if (file.Name.EndsWith(".cfg", StringComparison.Ordinal) && file.Text is { Length: > 0 } text && text[^1] != '\n')
        {
            var start = text.LastIndexOf('\n') + 1;
            yield return new Problem(
                ProblemKind.Syntax,
                "the last line has no line feed, which HAProxy 2.3 and later refuse: 'Missing LF on last line, file might have been truncated'",
                new SourceSpan(file, start, text.Length - start)
            )
            {
                Remedy = "End the last line with a line feed",
            };
        }
    }

    private static bool IsHoled(Fact<string> word) => word.Value.AsSpan().ContainsAny('{', '%');

    private static List<Fact<string>> WordsOf(SourceLine line)
    {
        List<Fact<string>> words = [];
        var text = line.Text;
        for (var at = 0; at < text.Length; )
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            if (text[at] == '#')
            {
                break;
            }

            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            words.Add(new Fact<string>(text[at..end], line.Part(at, end - at)));
            at = end;
        }

        return words;
    }
}
