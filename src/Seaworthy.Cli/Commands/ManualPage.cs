using System.CommandLine;
using System.CommandLine.Help;
using System.Text;

namespace Seaworthy.Cli.Commands;

/// <summary>The manual page of the program, from the same commands, options and lessons as its help.</summary>
/// <remarks>Source: man-pages(7), "Sections within a manual page"; groff_man(7).</remarks>
internal static class ManualPage
{
    public static void Write(RootCommand root, IReadOnlyDictionary<string, string> lessons, TextWriter output)
    {
        output.NewLine = "\n";
        output.WriteLine(
            """
            .\" Written by eng/docs from the help of the program.
            .TH SEAWORTHY 1 "" Seaworthy "User Commands"
            .SH NAME
            seaworthy \- audit whether a repository would work if it were deployed
            .SH SYNOPSIS
            .B seaworthy
            .RB [ audit ]
            .RI [ path ]
            .RI [ option \|.\|.\|.\|]
            .br
            .B seaworthy
            .I command
            .RI [ argument \|.\|.\|.\|]
            .RI [ option \|.\|.\|.\|]
            .SH DESCRIPTION
            """
        );
        output.WriteLine(Paragraphs(root.Description ?? ""));
        output.WriteLine(".SH COMMANDS");
        foreach (var command in root.Subcommands.Where(command => !command.Hidden))
        {
            WriteCommand(command, "", lessons, output);
        }

        output.WriteLine(
            """
            .SH EXIT STATUS
            .TP
            .B 0
            Nothing blocks.
            .TP
            .B 1
            A finding blocks.
            .TP
            .B 2
            The command line or the configuration is wrong.
            .TP
            .B 3
            The audit is incomplete, or there is nothing to audit.
            .SH FILES
            .TP
            .I seaworthy.yaml
            The configuration, in the audited directory or above it, up to the root of the repository.
            .SH ENVIRONMENT
            .TP
            .BR NO_COLOR ", " FORCE_COLOR ", " CLICOLOR_FORCE
            When set, nothing is coloured, or everything, unless
            .B \-\-color
            says otherwise.
            .TP
            .B TERM
            Nothing is coloured when it is
            .IR dumb .
            .SH EXAMPLES
            """
        );
        WriteLiteral(lessons[root.Name], output);
    }

    private static void WriteCommand(Command command, string above, IReadOnlyDictionary<string, string> lessons, TextWriter output)
    {
        var name = above.Length > 0 ? $"{above} {command.Name}" : command.Name;
        var arguments = string.Concat(
            command.Arguments.Select(argument => argument.HasDefaultValue ? $" [{argument.Name}]" : $" {argument.Name}")
        );
        output.WriteLine($".SS \"{Escape($"seaworthy {name}{arguments}")}\"");
        output.WriteLine(Paragraphs(command.Description ?? ""));
        foreach (var argument in command.Arguments.Where(argument => argument.Description is { Length: > 0 }))
        {
            output.WriteLine($".TP\n.I {Escape(argument.Name)}\n{Paragraphs(argument.Description ?? "")}");
        }

        foreach (var option in command.Options.Where(option => option is { Hidden: false } and not HelpOption))
        {
            WriteOption(option, output);
        }

        foreach (var verb in command.Subcommands.Where(verb => !verb.Hidden))
        {
            WriteCommand(verb, name, lessons, output);
        }

        if (above.Length == 0 && lessons.TryGetValue(command.Name, out var lesson))
        {
            WriteLiteral(lesson, output);
        }
    }

    private static void WriteOption(Option option, TextWriter output)
    {
        var names = string.Join(
            ", ",
            option.Aliases.Append(option.Name).Distinct().OrderBy(name => name.Length).Select(name => $"\\fB{Escape(name)}\\fR")
        );
        var value = option.ValueType == typeof(bool) ? "" : $" \\fI{Escape(option.HelpName ?? option.Name.TrimStart('-'))}\\fR";
        output.WriteLine($".TP\n{names}{value}\n{Paragraphs(option.Description ?? "")}");
    }

    /// <summary>As it is typed: examples keep their lines and columns.</summary>
    private static void WriteLiteral(string text, TextWriter output)
    {
        output.WriteLine(".PP\n.nf");
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            output.WriteLine(line.Length == 0 ? "" : Line(line));
        }

        output.WriteLine(".fi");
    }

    private static string Paragraphs(string text) =>
        string.Join("\n", text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? ".PP" : Line(line)));

    // A line that begins with a dot or an apostrophe would be a request.
    private static string Line(string text) => (text[0] is '.' or '\'' ? "\\&" : "") + Escape(text);

    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (var letter in text)
        {
            escaped.Append(
                letter switch
                {
                    '\\' => "\\e",
                    '-' => "\\-",
                    '"' => "\\(dq",
                    '…' => "\\|.\\|.\\|.",
                    _ => letter.ToString(),
                }
            );
        }

        return escaped.ToString();
    }
}
