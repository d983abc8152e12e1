using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>The source files that a workload's programs load: the file they are given, and everything it imports. A component may hold many programs; only this one runs.</summary>
internal static class EntryFiles
{
    /// <summary>Empty when no program names a source file that the image holds.</summary>
    public static IReadOnlySet<CodeFile> Of(CodeModules modules, Workload workload, IReadOnlyList<ShellCommand> programs)
    {
        var code = workload.Components.SelectMany(component => component.Code).ToList();
        HashSet<CodeFile> found = new(ReferenceEqualityComparer.Instance);
        Queue<CodeFile> waiting = new(
            programs
                .SelectMany(program => Arguments(program))
                .SelectMany(path => Sources(workload, path))
                .Select(path => code.Find(file => file.File.Path == path))
                .OfType<CodeFile>()
        );
        while (waiting.TryDequeue(out var file))
        {
            if (found.Add(file))
            {
                foreach (var imported in file.Imports.SelectMany(import => modules.Find(file, import.Module, import.Name)))
                {
                    waiting.Enqueue(imported);
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> Arguments(ShellCommand program) =>
        program.Program is "node"
        && program.Arguments.FirstOrDefault() is { Literal: [not '-', ..] entry }
        && !entry.Contains('.', StringComparison.Ordinal)
            // Source: Node.js, "Modules: CommonJS modules", File modules and Folders as modules.
            ? [$"{entry}.js", $"{entry}/index.js"]
        : program.Program is "node" or "nodemon" or "ts-node" or "tsx" or "bun" or "deno" or "python" or "python3" or "pm2" or "pm2-runtime"
            ? program
                .Arguments.Select(word => word.Literal)
                .OfType<string>()
                .Where(word => word is not ['-', ..] && word.Contains('.', StringComparison.Ordinal))
        : [];

    /// <summary>Where the file is in the repository: through the image, or in a component's root when the image is not built here.</summary>
    private static IEnumerable<string> Sources(Workload workload, string path)
    {
        if (
            workload.Image is { } image
            && ImagePath.Join(workload.Start?.WorkingDirectory, path) is { } inside
            && image.Final.Files.Find(inside).Actual is { } source
        )
        {
            return [source];
        }

        return workload.Components.Select(component => RepositoryPath.Join(component.Root, path)).OfType<string>();
    }
}
