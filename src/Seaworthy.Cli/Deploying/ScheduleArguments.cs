using System.CommandLine;
using System.CommandLine.Parsing;
using Seaworthy.Deploying.Commands;

namespace Seaworthy.Cli.Deploying;

/// <summary>When a command is to run by itself.</summary>
internal sealed class ScheduleArguments
{
    // What a timer has not: the environment of the one who installs it.
    private static readonly Dictionary<string, string> OfEnvironment = new()
    {
        ["--state"] = "SEAWORTHY_STATE",
        ["--key-file"] = "SEAWORTHY_KEY_FILE",
        ["--key-command"] = "SEAWORTHY_KEY_COMMAND",
    };

    private readonly Option<string?> schedule = new("--schedule")
    {
        Description = "Print units of systemd (hourly, daily, weekly, monthly) or a line of cron instead.",
        HelpName = "when",
    };

    public ScheduleArguments() =>
        schedule.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var when }] && !Schedule.IsKnown(when))
            {
                result.AddError("--schedule takes hourly, daily, weekly, monthly or five fields of cron: '15 3 * * *'.");
            }
        });

    public void AddTo(Command command) => command.Options.Add(schedule);

    /// <summary>Null when the command is to run now.</summary>
    public string? When(ParseResult parsed) => parsed.GetValue(schedule);

    /// <summary>The same command without its schedule, as it is to run from anywhere.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="root">The repository, as a whole path.</param>
    /// <param name="verbs">The command.</param>
    public CommandLine Repeated(ParseResult parsed, string root, params IReadOnlyList<string> verbs)
    {
        List<string> words = [.. verbs, root];
        foreach (
            var option in parsed
                .CommandResult.Children.OfType<OptionResult>()
                .Where(option => !option.Implicit && option.Option != schedule)
        )
        {
            var values = option.Tokens.Select(token => token.Value).ToList();
            if (values.Count == 0)
            {
                words.Add(option.Option.Name);
            }

            foreach (var value in values)
            {
                words.Add(option.Option.Name);
                words.Add(option.Option.Name is "--state" or "--key-file" or "--env-file" ? Path.GetFullPath(value) : value);
            }
        }

        var known = parsed.CommandResult.Command.Options.Select(option => option.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (option, variable) in OfEnvironment.Where(each => known.Contains(each.Key)))
        {
            // The state of another host lies where that host says.
            if (!words.Contains(option) && !(option == "--state" && words.Contains("--on")) && KeyArguments.Set(variable) is { } value)
            {
                words.Add(option);
                words.Add(option == "--key-command" ? value : Path.GetFullPath(value));
            }
        }

        return new CommandLine(Environment.ProcessPath ?? "seaworthy", words);
    }
}
