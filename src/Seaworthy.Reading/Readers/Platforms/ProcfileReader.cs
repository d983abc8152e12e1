using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Readers.Secrets;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads Procfiles: <c>NAME: COMMAND</c>, one to a line.</summary>
/// <remarks>Source: Heroku Dev Center, "The Procfile".</remarks>
internal sealed class ProcfileReader : Reader
{
    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name == "Procfile"
            // Procfile.dev is one for development; Procfile.cs is code about them.
            || (
                name.StartsWith("Procfile.", StringComparison.Ordinal)
                && !name.EndsWith(".md", StringComparison.Ordinal)
                && !SecretFileName.IsCode(name)
            );
    }

    public override Artifact? Read(FileSyntax file)
    {
        List<ProcfileProcess> processes = [];
        List<Problem> problems = [];
        foreach (var line in SourceLine.Of(file.File))
        {
            if (line.Trimmed is "" or ['#', ..])
            {
                continue;
            }

            if (Process(line) is { } process)
            {
                processes.Add(process);
            }
            else
            {
                problems.Add(new Problem(ProblemKind.Syntax, "a line of a Procfile is 'NAME: COMMAND'", line.Span));
            }
        }

        return new Procfile(file.File) { Processes = processes, Problems = problems };
    }

    private static ProcfileProcess? Process(SourceLine line)
    {
        var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
        return
            colon > 0
            && line.FactOf(0, colon) is { } name
            && name.Value.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-')
            && line.FactOf(colon + 1, line.Text.Length) is { } command
            ? new ProcfileProcess(name, new PlatformCommand(command, ShellParser.Parse(MappedText.Of(command.Span))), line.Span)
            : null;
    }
}
