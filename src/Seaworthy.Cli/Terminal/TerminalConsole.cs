using Seaworthy.Cli.Output;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>Where the terminal report is drawn: colours where <see cref="ColorChoice"/> says so.</summary>
internal static class TerminalConsole
{
    // A pipe has no width: lines stay whole for grep.
    private const int Endless = 100_000;

    /// <summary>Standard output.</summary>
    public static IAnsiConsole Create() => Create(Console.Out, ColorChoice.IsPlain, isFile: false);

    /// <param name="writer">Where to.</param>
    /// <param name="isPlain">Without colours.</param>
    /// <param name="isFile">No terminal at all: it has no width.</param>
    public static IAnsiConsole Create(TextWriter writer, bool isPlain, bool isFile = true)
    {
        var isForced = ColorChoice.Wanted == true;
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi =
                    isPlain ? AnsiSupport.No
                    : isForced ? AnsiSupport.Yes
                    : AnsiSupport.Detect,
                ColorSystem =
                    isPlain ? ColorSystemSupport.NoColors
                    : isForced ? ColorSystemSupport.Standard
                    : ColorSystemSupport.Detect,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        console.Profile.Width = isFile || Console.IsOutputRedirected ? Endless : Math.Max(60, Console.WindowWidth);
        return console;
    }

    public static void WriteHeading(this IAnsiConsole console, string title)
    {
        console.MarkupLine($"[bold underline]{TerminalFinding.Escaped(title)}[/]");
        console.WriteLine();
    }

    /// <summary>A sentence that breaks between words where the terminal ends, and goes on below its first word.</summary>
    public static void WriteWrapped(
        this IAnsiConsole console,
        string text,
        string style = "default",
        string lead = "",
        string leadStyle = "default"
    )
    {
        var first = lead;
        foreach (var line in TextWrap.Of(text, console.Profile.Width - lead.Length))
        {
            console.MarkupLine($"[{leadStyle}]{Markup.Escape(first)}[/][{style}]{Markup.Escape(line)}[/]");
            first = new string(' ', lead.Length);
        }
    }

    public static string Cropped(string text, int room) => text.Length <= room ? text : text[..(room - 1)] + "…";
}
