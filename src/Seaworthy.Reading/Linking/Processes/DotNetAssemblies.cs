using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>The project behind <c>dotnet Shop.Api.dll</c>, and the source that is compiled into it: its own and that of the projects it references.</summary>
internal static class DotNetAssemblies
{
    public static DotNetProject? Started(Deployment deployment, Workload workload, IReadOnlyList<ShellCommand> programs)
    {
        var names = programs.Select(AssemblyOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var own = workload.Components.SelectMany(component => component.Manifests).OfType<DotNetProject>().Where(Is).ToList();
        return own.Count == 1 ? own[0]
            : own.Count == 0 && deployment.Of<DotNetProject>().Where(Is).ToList() is [var only] ? only
            : null;

        bool Is(DotNetProject project) => !project.IsImported && project.Name is { } name && names.Contains(name.Value);
    }

    public static IEnumerable<CodeFile> CodeOf(Deployment deployment, DotNetProject project)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<DotNetProject> open = new([project]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next.File.Path))
            {
                continue;
            }

            foreach (var file in deployment.Components.Where(component => component.Root == next.File.Directory).SelectMany(Code))
            {
                yield return file;
            }

            foreach (var reference in next.ProjectReferences)
            {
                if (
                    RepositoryPath.Join(next.File.Directory, reference.Value) is { } path
                    && deployment.At<DotNetProject>(path) is { } found
                )
                {
                    open.Push(found);
                }
            }
        }
    }

    private static IEnumerable<CodeFile> Code(Component component) => component.Code;

    /// <summary><c>dotnet [exec] path/Name.dll</c>, or the program of the project itself: <c>./Name</c>.</summary>
    private static string? AssemblyOf(ShellCommand program)
    {
        if (program.Program != "dotnet")
        {
            return program.Words is [{ Literal: ['.' or '/', ..] path }, ..] ? ImagePath.NameOf(path) : null;
        }

        return
            program
                .Arguments.Select(word => word.Literal)
                .FirstOrDefault(word => word?.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) == true)
                is { } assembly
            ? ImagePath.NameOf(assembly)[..^4]
            : null;
    }
}
