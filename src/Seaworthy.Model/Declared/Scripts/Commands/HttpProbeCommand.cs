namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>A request over HTTP: <c>curl</c>, <c>wget</c>, <c>http</c>.</summary>
/// <param name="Url">As written; may lack the scheme.</param>
public sealed record HttpProbeCommand(ShellCommand Command, string Tool, ShellWord Url) : KnownCommand(Command)
{
    private static readonly OptionGrammar Curl = new(
        """
        -X --request -H --header -d --data --data-raw --data-binary --data-urlencode --json -F --form -o --output -w --write-out -u --user -A
        --user-agent -m --max-time --connect-timeout --retry --retry-delay --retry-max-time -b --cookie -c --cookie-jar -e --referer -x --proxy
        --resolve --cacert --cert --key -E -T --upload-file -K --config --url -D --dump-header --unix-socket --interface -r --range -Y -y -z
        --limit-rate -C --oauth2-bearer --connect-to --max-redirs --noproxy --tls-max --ciphers --capath
        """
    );

    private static readonly OptionGrammar Wget = new(
        """
        -O --output-document -o --output-file -t --tries -T --timeout --header --method --body-data --post-data --post-file -P --directory-prefix -U
        --user-agent --user --password -w --wait -i --input-file --connect-timeout --read-timeout -e --ca-certificate --waitretry -a
        """
    );

    /// <summary>In capitals; <c>GET</c> unless the options say otherwise.</summary>
    public string? Method { get; init; } = "GET";

    /// <summary>Exits with a failure on an answer of 400 and above; wget always does, curl with <c>-f</c>.</summary>
    public bool FailsOnErrorStatus { get; init; }

    /// <summary>Only tells whether the URL answers: the body goes nowhere.</summary>
    public bool DiscardsBody { get; init; }

    public ShellWord? Output { get; init; }

    internal static HttpProbeCommand? Of(CommandLine line) =>
        line.Program switch
        {
            "curl" => OfCurl(line),
            "wget" => OfWget(line),
            _ => null,
        };

    private static HttpProbeCommand? OfCurl(CommandLine line)
    {
        var options = line.Options(Curl);
        var output = options.Value("-o", "--output");
        return (options.Value("--url") ?? options[0]) is not { } url
            ? null
            : new HttpProbeCommand(line.Command, "curl", url)
            {
                Method = MethodOf(options),
                FailsOnErrorStatus = options.Has("-f", "--fail", "--fail-with-body", "--fail-early"),
                DiscardsBody = output?.Literal == "/dev/null" || options.Has("-I", "--head") || GoesNowhere(line.Command),
                Output = output,
            };
    }

    private static HttpProbeCommand? OfWget(CommandLine line)
    {
        var options = line.Options(Wget);
        return options[0] is not { } url
            ? null
            : new HttpProbeCommand(line.Command, "wget", url)
            {
                Method =
                    options.Value("--method") is { } method ? method.Literal?.ToUpperInvariant()
                    : options.Has("--post-data", "--post-file") ? "POST"
                    : options.Has("--spider") ? "HEAD"
                    : "GET",
                FailsOnErrorStatus = true,
                DiscardsBody =
                    options.Has("--spider")
                    || options.Value("-O", "--output-document")?.Literal == "/dev/null"
                    || GoesNowhere(line.Command),
                Output = options.Value("-O", "--output-document"),
            };
    }

    private static string? MethodOf(CommandOptions options) =>
        options.Value("-X", "--request") is { } method ? method.Literal?.ToUpperInvariant()
        : options.Has("-I", "--head") ? "HEAD"
        : options.Has("-T", "--upload-file") ? "PUT"
        : options.Has("-G", "--get") ? "GET"
        : options.Has("-d", "--data", "--data-raw", "--data-binary", "--data-urlencode", "--json", "-F", "--form") ? "POST"
        : "GET";

    private static bool GoesNowhere(ShellCommand command) =>
        command.Redirects.Any(redirect => redirect.Operator is ">" or "1>" or "&>" or ">&" && redirect.Target.Literal == "/dev/null");
}
