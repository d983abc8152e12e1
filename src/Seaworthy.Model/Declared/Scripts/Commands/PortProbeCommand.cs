namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>Asks whether something listens: <c>nc -z host port</c>, <c>wait-for-it host:port</c>, <c>pg_isready -h host</c>, <c>redis-cli ping</c>, <c>/dev/tcp/host/port</c>.</summary>
public sealed record PortProbeCommand(ShellCommand Command, string Tool) : KnownCommand(Command)
{
    private static readonly OptionGrammar Netcat = new("-w -i -p -s -q -X -x -G");
    private static readonly OptionGrammar WaitForIt = new("-h --host -p --port -t --timeout -w");
    private static readonly OptionGrammar Postgres = new("-h --host -p --port -U --username -d --dbname -t --timeout");
    private static readonly OptionGrammar Mysql = new("-h --host -P --port -u --user --connect-timeout");
    private static readonly OptionGrammar Dockerize = new("-wait -timeout -wait-retry-interval -template -stdout -stderr")
    {
        HasSingleDash = true,
    };

    public ShellWord? Host { get; init; }

    public ShellWord? Port { get; init; }

    /// <summary><c>host:port</c> or URLs in one word.</summary>
    public IReadOnlyList<ShellWord> Addresses { get; init; } = [];

    internal static PortProbeCommand? Of(CommandLine line) =>
        line.Program switch
        {
            "nc" or "ncat" or "netcat" when line.Options(Netcat) is { Operands.Count: 2 } netcat && !netcat.Has("-l") =>
                new PortProbeCommand(line.Command, "nc") { Host = netcat[0], Port = netcat[1] },
            "wait-for-it" or "wait-for-it.sh" or "wait-for.sh" or "wait-for" or "wait-port" or "wait-on" => OfWaitScript(line),
            "dockerize" => new PortProbeCommand(line.Command, "dockerize") { Addresses = line.Options(Dockerize).Values("-wait") },
            "pg_isready" => Of(line, Postgres, ["-h", "--host"], ["-p", "--port"]),
            "mysqladmin" when line.Arguments.Any(word => word.Literal is "ping" or "status") => Of(
                line,
                Mysql,
                ["-h", "--host"],
                ["-P", "--port"]
            ),
            "redis-cli"
            or "valkey-cli" when line.Arguments.Any(word => string.Equals(word.Literal, "ping", StringComparison.OrdinalIgnoreCase)) => Of(
                line,
                Postgres,
                ["-h"],
                ["-p"]
            ),
            _ => OfDevice(line),
        };

    private static PortProbeCommand Of(CommandLine line, OptionGrammar grammar, ReadOnlySpan<string> host, ReadOnlySpan<string> port)
    {
        var options = line.Options(grammar);
        return new PortProbeCommand(line.Command, line.Program) { Host = options.Value(host), Port = options.Value(port) };
    }

    private static PortProbeCommand OfWaitScript(CommandLine line)
    {
        var ownWords = line.Arguments.TakeWhile(word => word.Literal != "--").ToList();
        var options = CommandOptions.Read(ownWords, WaitForIt);
        return new PortProbeCommand(line.Command, line.Program)
        {
            Host = options.Value("-h", "--host"),
            Port = options.Value("-p", "--port"),
            Addresses = options.Operands,
        };
    }

    /// <summary>bash opens a connection for a redirection to <c>/dev/tcp/host/port</c>.</summary>
    private static PortProbeCommand? OfDevice(CommandLine line) =>
        line.Command.Redirects.FirstOrDefault(redirect => redirect.Target.Prefix.StartsWith("/dev/tcp/", StringComparison.Ordinal))
            is { } found
            ? new PortProbeCommand(line.Command, "/dev/tcp") { Addresses = [found.Target.From("/dev/tcp/".Length)] }
            : null;
}
