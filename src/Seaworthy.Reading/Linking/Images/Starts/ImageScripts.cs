using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.CommandUses;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>The scripts of package.json that builds and commands of images run.</summary>
internal static class ImageScripts
{
    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        PackageScripts scripts = new(deployment);
        FailingCopies failing = new(deployment);
        foreach (var image in deployment.Images.Where(image => !failing.MeansAnotherContext(image)))
        {
            foreach (var at in image.Stages.SelectMany(stage => stage.Commands.Where(at => !failing.StopBefore(image, stage, at.Run.Span))))
            {
                if (Use(scripts, image.Name, at.Command, at.Directory, at.Before, at.Run.Command.Commands) is { } use)
                {
                    yield return use with
                    {
                        IsConditional = use.IsConditional || image.Build.IsAssumed,
                    };
                }
            }

            foreach (var command in (image.Final.Entrypoint?.Commands ?? []).Concat(image.Final.Command?.Commands ?? []))
            {
                // CMD cd packages/database && npm run migrate
                var directory = command.Directory is { } to ? ImagePath.Join(image.Final.WorkingDirectory, to) : null;
                if (Use(scripts, image.Name, command, directory, image.Final.Files, []) is { } use)
                {
                    yield return use with
                    {
                        IsConditional = use.IsConditional || image.Build.IsAssumed,
                    };
                }
            }
        }
    }

    private static NameUse? Use(
        PackageScripts scripts,
        string subject,
        ShellCommand command,
        string? directory,
        ImageFiles files,
        IReadOnlyList<ShellCommand> around
    )
    {
        if (
            KnownCommand.Of(command).OfType<PackageScriptCommand>().FirstOrDefault()
            is not { Verb: "run", Workspaces.Count: 0, Directory: null } known
        )
        {
            return null;
        }

        // Which package it is, the image says: its package.json there is a copy of one of the repository's.
        return files.SourceOf(directory, "package.json") is { } package
            ? scripts.Of(
                new CommandSite(command, subject, [RepositoryPath.Parent(package)]) { Variables = ShellVariables.OfText(around) },
                known
            )
            : null;
    }
}
