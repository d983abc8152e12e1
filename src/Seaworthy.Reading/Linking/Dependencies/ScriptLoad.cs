using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Starts;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>
/// The JavaScript that Node.js loads as a program starts, followed through the container's own files. Only what is at the beginning of a line and names a path is followed:
/// all else may never run, or is a package.
/// </summary>
/// <remarks>Source: Node.js documentation, "Modules: CommonJS modules", "File modules" and "Folders as modules"; "Modules: ECMAScript modules".</remarks>
internal sealed class ScriptLoad
{
    private const int FileLimit = 1000;

    private static readonly string[] Endings = ["", ".js", ".json", ".node", ".mjs", ".cjs", "/index.js", "/index.json", "/package.json"];

    private readonly Deployment deployment;
    private readonly ContainerFiles files;
    private readonly string here;
    private readonly List<LeftOutFile> opened = [];
    private readonly HashSet<string> loaded = new(StringComparer.Ordinal);
    private readonly Queue<LoadedScript> waiting = new();
    private readonly List<LeftOutFile> leftOut = [];

    private ScriptLoad(Deployment deployment, ContainerFiles files, string here)
    {
        this.here = here;
        this.deployment = deployment;
        this.files = files;
    }

    public IReadOnlyList<LeftOutFile> LeftOut => leftOut;

    public IReadOnlyList<LeftOutFile> Opened => opened;

    /// <summary>Null when the command starts no JavaScript of the repository.</summary>
    public static ScriptLoad? Of(Deployment deployment, ContainerFiles files, ProgramCommand program, string here)
    {
        if (program is not { Runtime: "node", File.Literal: { } name } || ImagePath.Join(here, name) is not { } file)
        {
            return null;
        }

        ScriptLoad load = new(deployment, files, here);
        load.Add(files.Find(file), null);
        load.Follow();
        return load.loaded.Count > 0 ? load : null;
    }

    private void Follow()
    {
        while (waiting.TryDequeue(out var source) && loaded.Count < FileLimit)
        {
            opened.AddRange(OpenedFiles.Missing(deployment, files, here, source.Path, source.File, source.Through));
            foreach (var import in source.File.Imports.Where(RunsAtLoad))
            {
                Load(source.Path, source.File, source.Through, import);
            }
        }
    }

    private static bool RunsAtLoad(CodeImport import) =>
        !import.IsOptional
        && (import.Module.StartsWith("./", StringComparison.Ordinal) || import.Module.StartsWith("../", StringComparison.Ordinal))
        && import.Span.File.Lines.TextOf(import.Span.StartLine) is [not (' ' or '\t'), ..];

    private void Load(string path, CodeFile file, SourceSpan? through, CodeImport import)
    {
        if (ImagePath.Join(ImagePath.Parent(path), import.Module) is not { } wanted)
        {
            return;
        }

        var places = Endings.Select(ending => files.Find(wanted + ending)).ToList();
        if (places.Find(place => place.Presence == Presence.Present) is { } found)
        {
            Add(found, import.Span);
        }
        else if (places.TrueForAll(place => place.IsMissing) && Own(file, import.Module) is { } own)
        {
            leftOut.Add(
                new LeftOutFile(import.Module, own, import.Span, places.Find(place => place.Because is not null) ?? places[1])
                {
                    Through = through,
                }
            );
        }
    }

    /// <summary>What the import names where the importing file is in the repository.</summary>
    private string? Own(CodeFile file, string module) =>
        RepositoryPath.Join(file.File.Directory, module) is { } path
            ? Endings.Select(ending => path + ending).FirstOrDefault(deployment.Tree.HasFile)
            : null;

    private void Add(PathAnswer answer, SourceSpan? through)
    {
        if (
            answer is { Presence: Presence.Present, Actual: { } source }
            && deployment.At<CodeFile>(source) is { Language: Language.JavaScript } file
            && loaded.Add(answer.Looked)
        )
        {
            waiting.Enqueue(new LoadedScript(answer.Looked, file, through));
        }
    }

    /// <param name="Path">In the container.</param>
    /// <param name="Through">The import that loads it; null for the program itself.</param>
    private sealed record LoadedScript(string Path, CodeFile File, SourceSpan? Through);
}
