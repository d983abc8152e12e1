using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats;
using Seaworthy.Reading.Formats.Shell;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Walks a Jenkinsfile once, remembering which <c>stage</c> and <c>dir</c> blocks are open.</summary>
internal sealed class JenkinsStages(SourceFile file)
{
    private readonly string text = file.Text;
    private readonly Stack<JenkinsBlock> blocks = new();
    private readonly List<JenkinsStage> stages = [];
    private readonly List<Fact<string>> podFiles = [];
    private readonly List<SourceSpan> filled = [];
    private JenkinsBlock? announced;

    /// <summary>What <c>yamlFile</c> of an agent on Kubernetes names.</summary>
    public IReadOnlyList<Fact<string>> PodFiles => podFiles;

    /// <summary>Scripts in double quotes.</summary>
    public IReadOnlyList<SourceSpan> FilledScripts => filled;

    public IReadOnlyList<CommandStage> Read()
    {
        for (var at = GroovyText.SkipBlanks(text, 0); at < text.Length; at = GroovyText.SkipBlanks(text, at))
        {
            at = Step(at);
        }

        return [.. stages.Select(stage => new CommandStage(stage.Name, stage.Commands, stage.Span) { Image = stage.Image })];
    }

    private int Step(int at)
    {
        switch (text[at])
        {
            case '{':
                blocks.Push(announced ?? new JenkinsBlock(null, null));
                announced = null;
                return at + 1;
            case '}':
                blocks.TryPop(out _);
                return at + 1;
            case '\'' or '"':
                return GroovyText.ReadString(file, at) is { } skipped ? skipped.End : at + 1;
            default:
                return char.IsAsciiLetter(text[at]) || text[at] == '_' ? Word(at) : at + 1;
        }
    }

    private int Word(int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.'))
        {
            end++;
        }

        switch (text[at..end])
        {
            case "stage" when Argument(end) is { } name:
                JenkinsStage stage = new(name.Value.Text, new SourceSpan(file, at, name.End - at));
                stages.Add(stage);
                announced = new JenkinsBlock(stage, null);
                return name.End;
            case "dir" when Argument(end) is { } directory:
                announced = new JenkinsBlock(null, directory.Value.Text);
                return directory.End;
            // dir(service) { … }: where it is nobody can tell here.
            case "dir" when SkipInLine(end) is var open && open < text.Length && text[open] == '(':
                announced = new JenkinsBlock(null, "$");
                return end;
            case "sh" when Argument(end) is { } script:
                Add(script.Value, at);
                if (text[script.End - 1] == '"')
                {
                    filled.Add(new SourceSpan(file, at, script.End - at));
                }

                return script.End;
            case "bat" when Argument(end) is { } batch:
                Add(BatchScript.AsShell(batch.Value), at);
                return batch.End;
            case "writeFile" when Argument(end) is { } written:
                Add(Made(written.Value.Text, at), at);
                return written.End;
            case "yamlFile" when Argument(end) is { } pod:
                podFiles.Add(new Fact<string>(pod.Value.Text, pod.Value.Span(0, pod.Value.Text.Length)));
                return pod.End;
            case "image" when Argument(end) is { } image && CurrentStage is { } current:
                current.Image ??= new Fact<string>(image.Value.Text, image.Value.Span(0, image.Value.Text.Length));
                return image.End;
            default:
                return end;
        }
    }

    private JenkinsStage? CurrentStage => blocks.FirstOrDefault(block => block.Stage is not null)?.Stage;

    // sh 'make'   sh('make')   sh(script: 'make', returnStdout: true)   sh label: 'x', script: 'make'
    private (MappedText Value, int End)? Argument(int at)
    {
        at = SkipInLine(at);
        if (at < text.Length && text[at] == '(')
        {
            at = GroovyText.SkipBlanks(text, at + 1);
        }

        const int MaximumNames = 6;
        for (var names = 0; names < MaximumNames && at < text.Length && char.IsAsciiLetter(text[at]); names++)
        {
            var colon = at;
            while (colon < text.Length && char.IsAsciiLetterOrDigit(text[colon]))
            {
                colon++;
            }

            if (colon >= text.Length || text[colon] != ':')
            {
                return null;
            }

            var isScript = text[at..colon] is "script" or "name" or "path" or "file";
            at = SkipInLine(colon + 1);
            if (isScript)
            {
                break;
            }

            at = NextArgument(at);
        }

        return GroovyText.ReadString(file, at);
    }

    private int NextArgument(int at)
    {
        if (GroovyText.ReadString(file, at) is { } other)
        {
            at = other.End;
        }

        while (at < text.Length && text[at] is not (',' or '\n' or ')'))
        {
            at++;
        }

        return at < text.Length && text[at] == ',' ? GroovyText.SkipBlanks(text, at + 1) : at;
    }

    private int SkipInLine(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    /// <summary><c>writeFile file: 'ci.sh', text: …</c> as a shell has it: the file is there for what comes after.</summary>
    /// <remarks>Source: Jenkins, "Pipeline: Basic Steps", writeFile.</remarks>
    private MappedText Made(string path, int at)
    {
        MappedTextBuilder command = new(file);
        command.Replace($"touch '{path}'", at);
        return command.Build();
    }

    private void Add(MappedText script, int at)
    {
        if (CurrentStage is not { } stage)
        {
            stage = new JenkinsStage("", new SourceSpan(file, at, 2));
            stages.Add(stage);
        }

        // Every sh step is a shell of its own.
        IEnumerable<ShellCommand> commands = ShellParser.Parse(script, stopsOnError: true);
        foreach (var directory in blocks.Select(block => block.Directory).OfType<string>())
        {
            commands = CommandDirectory.Below(directory, [.. commands]);
        }

        stage.Commands.AddRange(commands);
    }
}
