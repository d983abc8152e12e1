using System.CommandLine;
using System.CommandLine.Parsing;
using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Cli.Deploying;

/// <summary>What <c>seaworthy backup</c> does with copies: how many stay, where else they go, when they are made.</summary>
internal sealed class BackupArguments
{
    private readonly Option<int> daily = Count("--keep-daily", "day");

    private readonly Option<int> weekly = Count("--keep-weekly", "week");

    private readonly Option<int> monthly = Count("--keep-monthly", "month");

    private readonly Option<string?> copyCommand = new("--copy-command")
    {
        Description = "Send each copy by this command; {} is its directory, {id} its name.",
        HelpName = "command",
    };

    private readonly Option<bool> plain = new("--plain") { Description = "Send copies that are not encrypted, too." };

    private readonly ScheduleArguments schedules = new();

    private readonly KeyArguments keys;

    public BackupArguments(KeyArguments keys)
    {
        this.keys = keys;
        copyCommand.Validators.Add(CommandOption.Validate);
        copyCommand.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !text.Contains(OffHostCopy.DirectoryHole, StringComparison.Ordinal))
            {
                result.AddError("--copy-command needs {} where the directory of the copy goes.");
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Options.Add(daily);
        command.Options.Add(weekly);
        command.Options.Add(monthly);
        command.Options.Add(copyCommand);
        command.Options.Add(plain);
        schedules.AddTo(command);
        keys.AddTo(command);
    }

    public RetentionPolicy Policy(ParseResult parsed) => new(parsed.GetValue(daily), parsed.GetValue(weekly), parsed.GetValue(monthly));

    /// <summary>Empty when copies stay here.</summary>
    public IReadOnlyList<string> CopyCommand(ParseResult parsed) => CommandWords.Of(parsed.GetValue(copyCommand) ?? "");

    public bool IsSending(CommandResult command) => command.GetResult(copyCommand) is { Implicit: false };

    public bool SendsPlain(ParseResult parsed) => parsed.GetValue(plain);

    public string? When(ParseResult parsed) => schedules.When(parsed);

    /// <summary>The command that a schedule runs.</summary>
    public CommandLine Repeated(ParseResult parsed, string root) => schedules.Repeated(parsed, root, "backup");

    /// <summary>A key that is given, else the one of the secrets file; a project without either has copies that are not encrypted.</summary>
    /// <exception cref="SecretsException">A key is meant and is not here: a copy that nobody asked to leave readable is not made.</exception>
    public static CopyKeys Keys(ParseResult parsed, KeyArguments keys, string root, string environment)
    {
        var source = keys.Source(parsed, root);
        var ring = source.Ring();
        if (source.IsGiven)
        {
            return new CopyKeys(ring.Keys[0], ring);
        }

        if (new SecretsFile(root, environment).Read() is not { } document)
        {
            return new CopyKeys(null, ring);
        }

        var id = document.Keys[0].Id;
        return new CopyKeys(
            ring.Find(id)
                ?? throw new SecretsException(
                    $"copies are encrypted with the key {id} of the secrets file, which is not in {ring.Source}: give it with --key-file, SEAWORTHY_SECRETS_KEY or --key-command"
                ),
            ring
        );
    }

    private static Option<int> Count(string name, string period)
    {
        Option<int> option = new(name)
        {
            Description = $"Keep the newest proven copy of each of the last so many {period}s.",
            HelpName = "number",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, out var count) && count is > 0 and <= 10_000))
            {
                result.AddError($"{name} takes a number from 1 to 10000.");
            }
        });
        return option;
    }
}
