using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>The source file of Python that a program runs (<c>python app.py</c>, <c>python -m shop</c>) or hosts (<c>gunicorn shop.wsgi</c>).</summary>
internal static class StartedSource
{
    /// <summary>The file that runs as the program itself; null when it is unknown, or not of this repository.</summary>
    public static CodeFile? Of(Deployment deployment, Startup startup, ProgramCommand program) =>
        program switch
        {
            { Runtime: "python", File.Literal: { } file } when file.EndsWith(".py", StringComparison.Ordinal) => Find(
                deployment,
                startup,
                program.Command,
                file
            ),
            { Runtime: "python", Module.Literal: { } module } => Module(deployment, startup, program, module, "__main__"),
            _ => null,
        };

    /// <summary>The file that holds the application which a server hosts.</summary>
    public static CodeFile? Hosted(Deployment deployment, Startup startup, ProgramCommand program) =>
        PythonServers.Names.Contains(program.Runtime) && program is { Application.Literal: { } application, SourceDirectory: null }
            ? Module(deployment, startup, program, application.Split(':')[0], "__init__")
            : null;

    private static CodeFile? Module(Deployment deployment, Startup startup, ProgramCommand program, string module, string inside)
    {
        var path = module.Replace('.', '/');
        return Find(deployment, startup, program.Command, path + ".py")
            ?? Find(deployment, startup, program.Command, $"{path}/{inside}.py");
    }

    private static CodeFile? Find(Deployment deployment, Startup startup, ShellCommand command, string path)
    {
        if (command.Directory is not { } directory)
        {
            return null;
        }

        // Processes of a Procfile start where it stands.
        if (startup.Workload is { Kind: TargetKind.Procfile, Span.File.Directory: var beside })
        {
            return RepositoryPath.Join(beside, directory) is { } start && RepositoryPath.Join(start, path) is { } place
                ? deployment.At<CodeFile>(place)
                : null;
        }

        var code = (startup.Workload?.Components ?? startup.Image?.Components ?? []).SelectMany(component => component.Code).ToList();
        if (startup.Image is { } image)
        {
            return
                ImagePath.Join(startup.Start?.WorkingDirectory, directory) is { } here
                && ImagePath.Join(here, path) is { } inside
                && image.Final.Files.Find(inside).Actual is { } source
                ? code.Find(file => file.File.Path == source)
                : null;
        }

        var places = (startup.Workload?.Components ?? [])
            .SelectMany(component => Places(component.Root, directory, path))
            .ToHashSet(StringComparer.Ordinal);
        return code.Where(file => places.Contains(file.File.Path)).DistinctBy(file => file.File.Path).ToList() is [var only] ? only : null;
    }

    /// <summary>On a platform: from the component's root, or from above it with a <c>cd</c> that leads there.</summary>
    private static IEnumerable<string> Places(string root, string directory, string path)
    {
        var below = RepositoryPath.Join(root, directory);
        var isLed = directory.Length > 0 && (root == directory || root.EndsWith("/" + directory, StringComparison.Ordinal));
        return new[]
        {
            below is null ? null : RepositoryPath.Join(below, path),
            isLed ? RepositoryPath.Join(root, path) : null,
        }.OfType<string>();
    }
}
