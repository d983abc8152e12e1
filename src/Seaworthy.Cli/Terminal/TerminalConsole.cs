using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>Where the terminal report is drawn: colours on a terminal only, and none where <c>NO_COLOR</c> asks so (no-color.org).</summary>
internal static class TerminalConsole
{
    // A pipe has no width: lines stay whole for grep.
    private const int Endless = 100_000;

    public static IAnsiConsole Create(TextWriter writer, bool isPlain)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        console.Profile.Width = isPlain ? Endless : Math.Max(60, Console.WindowWidth);
        return console;
    }

    public static void WriteHeading(this IAnsiConsole console, string title)
    {
        console.MarkupLine($"[bold underline]{TerminalFinding.Escaped(title)}[/]");
        console.WriteLine();
    }

    /// <summary>One line, cut where the terminal ends: a line that breaks would push the rest off the screen.</summary>
    public static void WriteCropped(this IAnsiConsole console, string indent, string text, string style = "default")
    {
        if (text.Length > 0)
        {
            console.MarkupLine($"{indent}[{style}]{Markup.Escape(Cropped(text, console.Profile.Width - indent.Length - 1))}[/]");
        }
    }

    public static string Cropped(string text, int room) => text.Length <= room ? text : text[..(room - 1)] + "…";
}
