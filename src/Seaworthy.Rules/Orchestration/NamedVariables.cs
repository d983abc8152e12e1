using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Variables that the repository sets or documents anywhere outside its Compose files: those who start a project are taken to have them.</summary>
internal sealed class NamedVariables
{
    private static readonly PerDeployment<NamedVariables> Known = new(deployment => new NamedVariables(deployment));

    private readonly HashSet<string> all = new(StringComparer.Ordinal);
    private readonly HashSet<string> outsideContainers = new(StringComparer.Ordinal);

    private NamedVariables(Deployment deployment)
    {
        var ofContainers = FilesOfContainers(deployment);
        foreach (var file in deployment.Of<EnvFile>())
        {
            var names = file.Entries.Concat(file.CommentedOut).Select(entry => entry.Name.Value).ToList();
            all.UnionWith(names);
            if (!ofContainers.Contains(file.File.Path))
            {
                outsideContainers.UnionWith(names);
            }
        }

        var set = SetByCommands(deployment).ToList();
        all.UnionWith(set);
        outsideContainers.UnionWith(set);
        // Documents may speak of the files of containers.
        all.UnionWith(deployment.Of<Document>().SelectMany(document => document.Variables));
    }

    /// <summary>Every name in an environment file, template, document, script or workflow.</summary>
    public static IReadOnlySet<string> Of(Deployment deployment) => Known.Of(deployment).all;

    /// <summary>Those that something sets besides the environment files which Compose gives to containers.</summary>
    public static IReadOnlySet<string> OutsideContainers(Deployment deployment) => Known.Of(deployment).outsideContainers;

    /// <summary>The word is the end of the path: <c>../.env.example</c>, <c>production.env</c>.</summary>
    private static bool Names(string word, string path)
    {
        var end = word[(word.LastIndexOf("./", StringComparison.Ordinal) is >= 0 and var dot ? dot + 2 : 0)..];
        return end.EndsWith(RepositoryPath.NameOf(path), StringComparison.Ordinal)
            && ("/" + path).EndsWith("/" + end, StringComparison.Ordinal);
    }

    private static IEnumerable<string> SetByCommands(Deployment deployment) =>
        deployment
            .Of<TaskFile>()
            .SelectMany(file => file.Exports)
            .Concat(deployment.Commands.SelectMany(site => site.Command.Assignments).Select(assignment => assignment.Name))
            .Concat(deployment.Commands.SelectMany(site => site.Command.WrittenVariables))
            .Concat(
                deployment
                    .Of<Workflow>()
                    .SelectMany(workflow =>
                        workflow
                            .Environment.Concat(workflow.Jobs.SelectMany(job => job.Environment))
                            .Concat(workflow.Jobs.SelectMany(job => job.Steps).SelectMany(step => step.Environment))
                    )
                    .Select(variable => variable.Name)
            );

    /// <summary>Files under <c>env_file</c> that nothing makes known to Compose itself: another name than <c>.env</c>, and no command names them.</summary>
    private static HashSet<string> FilesOfContainers(Deployment deployment)
    {
        var files = (
            from file in deployment.Of<ComposeFile>()
            from service in file.Services
            from given in service.EnvFiles
            let path = given.Path.Literal is { } written ? RepositoryPath.Join(file.File.Directory, written) : null
            where path is not null && RepositoryPath.NameOf(path) != ".env"
            select path
        ).ToHashSet(StringComparer.Ordinal);
        if (files.Count == 0)
        {
            return [];
        }

        var words = deployment
            .Commands.Select(site => site.Command)
            .Concat(deployment.Of<Document>().SelectMany(document => document.Commands.Concat(document.InlineCommands)))
            .SelectMany(command => command.Words)
            .Select(word => word.Literal)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        files.RemoveWhere(path => words.Any(word => Names(word, path)));
        return files;
    }
}
