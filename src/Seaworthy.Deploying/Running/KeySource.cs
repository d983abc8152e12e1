using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Deploying.Running;

/// <summary>Where the key comes from: a file, a text of the caller's environment, the output of a command, or the directory of keys. The first that is given counts.</summary>
public sealed record KeySource(KeyFiles Files)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public string? File { get; init; }

    /// <summary>The keys themselves.</summary>
    public string? Text { get; init; }

    /// <summary>A program with its arguments that prints the key.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Somebody says which key is meant: else it is looked for in the directory of keys.</summary>
    public bool IsGiven => File is not null || Text is not null || Command.Count > 0;

    /// <exception cref="SecretsException">It gives no key.</exception>
    public KeyRing Ring() =>
        File is { } file ? KeyFiles.Read(file)
        : Command.Count > 0 ? KeyRing.Parse(Printed(new ProcessRunner(), Command), $"the output of '{Command[0]}'")
        : Text is { } text ? KeyRing.Parse(text.Replace(' ', '\n'), "SEAWORTHY_SECRETS_KEY")
        : Files.All();

    /// <summary>What a program prints that hands out secrets. Its output is in no message.</summary>
    /// <exception cref="SecretsException">It cannot be started, or fails.</exception>
    internal static string Printed(ProcessRunner runner, IReadOnlyList<string> command)
    {
        var result = runner.Run(new CommandLine(command[0], [.. command.Skip(1)]) { Limit = Patience });
        return result.IsDone
            ? result.Output
            : throw new SecretsException(
                result.Code == 127 && result.Output.Length == 0
                    ? result.Error.Trim().TrimEnd('.')
                    : $"'{command[0]}' ended with exit code {result.Code}{(LastLine(result.Error) is { } said ? ": " + said : "")}"
            );
    }

    private static string? LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [.., var last]
            ? last.TrimEnd('.')
            : null;
}
