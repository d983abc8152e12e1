using System.CommandLine;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Cli.Deploying;

/// <summary>Where the secrets of a deployment come from: the secrets file of the repository, and a program of the one who deploys.</summary>
internal sealed class SecretsArguments
{
    private readonly Option<string?> provider = new("--secrets-command")
    {
        Description = "Command that prints secrets as JSON or dotenv (op, vault, sops, aws, gcloud, doppler).",
        HelpName = "command",
    };

    private readonly bool isUsed;

    public SecretsArguments(bool isUsed = true)
    {
        this.isUsed = isUsed;
        provider.Validators.Add(CommandOption.Validate);
    }

    /// <summary>For commands that need no secret.</summary>
    public static SecretsArguments None { get; } = new(isUsed: false);

    public KeyArguments Keys { get; } = new();

    public void AddTo(Command command)
    {
        command.Options.Add(provider);
        Keys.AddTo(command);
    }

    /// <summary>The program that keeps the secrets, with its arguments; empty for none.</summary>
    public IReadOnlyList<string> Provider(ParseResult parsed) =>
        isUsed ? CommandWords.Of(parsed.GetValue(provider) ?? KeyArguments.Set("SEAWORTHY_SECRETS_COMMAND") ?? "") : [];

    /// <summary>All of them: those of the program go before those of the file. Null when they cannot be read: the reason is then on standard error.</summary>
    public SecretValues? Values(ParseResult parsed, string root, string environment)
    {
        if (!isUsed)
        {
            return SecretValues.None;
        }

        try
        {
            return Read(parsed, root, environment);
        }
        catch (SecretsException exception)
        {
            Console.Error.WriteLine($"seaworthy: {exception.Message}.");
            return null;
        }
    }

    /// <exception cref="SecretsException">They cannot be read.</exception>
    public SecretValues Read(ParseResult parsed, string root, string environment)
    {
        var provided = Provider(parsed) is { Count: > 0 } command ? SecretsProvider.Ask(command) : SecretValues.None;
        SecretsFile file = new(root, environment);
        if (file.Read() is null)
        {
            return provided;
        }

        var store = file.Open(Keys.Source(parsed, root).Ring());
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (var name in store.Names)
        {
            values[name] = SecretText.Of(store.Find(name) ?? []);
        }

        foreach (var pair in provided.Values)
        {
            values[pair.Key] = pair.Value;
        }

        return new SecretValues(values, file.Path);
    }
}
