using System.Text;
using System.Text.RegularExpressions;

namespace Seaworthy.Deploying.Commands;

/// <summary>When a command runs by itself: units of systemd for a word, a line of cron for five fields. They are printed for a person to install.</summary>
/// <remarks>Source: systemd.service(5), "Command lines"; systemd.timer(5); systemd.time(7), "Calendar events"; crontab(5).</remarks>
public static partial class Schedule
{
    private static readonly string[] Words = ["hourly", "daily", "weekly", "monthly"];

    public static bool IsKnown(string when) => Words.Contains(when) || Cron().IsMatch(when);

    /// <param name="when">A word or five fields.</param>
    /// <param name="job">What it is.</param>
    /// <param name="user">Who runs it.</param>
    /// <param name="line">The command.</param>
    public static string Of(string when, ScheduledJob job, string user, CommandLine line) =>
        Words.Contains(when) ? Units(when, job, user, line) : Entry(when, line);

    private static string Units(string when, ScheduledJob job, string user, CommandLine line)
    {
        var name = $"seaworthy-{job.Name}";
        return $"""
            # /etc/systemd/system/{name}.service
            [Unit]
            Description={job.What}
            Wants=network-online.target
            After=docker.service network-online.target

            [Service]
            Type=oneshot
            User={user}
            ExecStart={string.Join(' ', new[] { line.Program }.Concat(line.Arguments).Select(UnitWord))}

            # /etc/systemd/system/{name}.timer
            [Unit]
            Description={job.What}, {when}

            [Timer]
            OnCalendar={when}
            RandomizedDelaySec=15min
            Persistent=true

            [Install]
            WantedBy=timers.target

            # sudo systemctl daemon-reload && sudo systemctl enable --now {name}.timer

            """;
    }

    /// <summary>A percent sign ends the command of a line of cron.</summary>
    private static string Entry(string when, CommandLine line) =>
        $"""
            # crontab -e; cron sends what is printed by mail
            {when} {line.ToString().Replace("%", "\\%", StringComparison.Ordinal)}

            """;

    private static string UnitWord(string word)
    {
        StringBuilder text = new();
        foreach (var letter in word)
        {
            text.Append(
                letter switch
                {
                    '\\' => "\\\\",
                    '"' => "\\\"",
                    '%' => "%%",
                    '$' => "$$",
                    _ => letter.ToString(),
                }
            );
        }

        return
            word.Length > 0
            && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "_-./:=@+,".Contains(letter, StringComparison.Ordinal))
            ? text.ToString()
            : $"\"{text}\"";
    }

    [GeneratedRegex(@"^[0-9A-Za-z*/,-]+( [0-9A-Za-z*/,-]+){4}$", RegexOptions.NonBacktracking)]
    private static partial Regex Cron();
}
