using System.CommandLine;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Cli.Deploying;

/// <summary>Where the key for secrets and copies comes from. Never from a file of the repository.</summary>
internal sealed class KeyArguments
{
    private readonly Option<string?> file = new("--key-file")
    {
        Description = "File with the key, for its owner alone. [default: the one of ~/.config/seaworthy/keys that fits]",
        HelpName = "file",
    };

    private readonly Option<string?> command = new("--key-command")
    {
        Description = "Command that prints the key. SEAWORTHY_SECRETS_KEY may hold the key instead.",
        HelpName = "command",
    };

    public KeyArguments() => command.Validators.Add(CommandOption.Validate);

    public void AddTo(Command command)
    {
        command.Options.Add(file);
        command.Options.Add(this.command);
    }

    /// <exception cref="SecretsException">The key file lies in the repository.</exception>
    public KeySource Source(ParseResult parsed, string root)
    {
        var named = parsed.GetValue(file) ?? Set("SEAWORTHY_KEY_FILE");
        if (named is not null && IsWithin(named, root))
        {
            throw new SecretsException(
                $"the key file '{named}' lies in the repository: who has a copy of it could read the secrets, so move it out"
            );
        }

        return new KeySource(new KeyFiles(Directory()))
        {
            File = named,
            Text = Set(ProcessRunner.KeyVariable),
            Command = CommandWords.Of(parsed.GetValue(command) ?? Set("SEAWORTHY_KEY_COMMAND") ?? ""),
        };
    }

    /// <summary>Whether a file lies in the tree that is deployed.</summary>
    public static bool IsWithin(string file, string root) =>
        Path.GetFullPath(file)
            .StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    public static string? Set(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? text : null;

    private static string Directory() =>
        Path.Combine(
            Set("XDG_CONFIG_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config"),
            "seaworthy",
            "keys"
        );
}
