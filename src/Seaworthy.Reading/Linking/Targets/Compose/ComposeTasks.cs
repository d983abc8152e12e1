using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Linking.Paths;
using ComposeLine = Seaworthy.Model.Declared.Scripts.Commands.ComposeCommand;

namespace Seaworthy.Reading.Linking.Targets.Compose;

/// <summary>Services that are there for one task, and end with it.</summary>
internal static class ComposeTasks
{
    /// <summary>A tool that is given its words by hand (<c>docker compose run --rm certbot renew</c>): without them it does nothing.</summary>
    public static bool IsToolRunByHand(Deployment deployment, ComposeService service, PublicImage? image) =>
        image?.Role == ImageRole.Tool
        && service is { Command: null, Entrypoint: null, Deploy: null }
        && deployment
            .ComposeCalls.SelectMany(call => call.Site.Known)
            .Concat(
                deployment.Of<Document>().SelectMany(document => document.Commands).Where(ComposeCalls.MayBe).SelectMany(KnownCommand.Of)
            )
            .OfType<ComposeLine>()
            .Any(line => line is { Verb: "run", Inner: not null, Services: [var named] } && named.Literal == service.Name.Value);

    /// <summary>A mounted script that ends once the schema is as it should be.</summary>
    public static bool EndsInMigration(Deployment deployment, ProcessStart? start, IReadOnlyList<Mount> mounts) =>
        start is { Commands: [{ Words: [{ Literal: { } path }] }] }
        && mounts
            .Where(mount => mount is { Kind: MountKind.Bind, Source: not null })
            .Select(mount => ImageLayer.Below(mount.Path.TrimEnd('/'), path) is { } rest ? RepositoryPath.Join(mount.Source, rest) : null)
            .Any(script =>
                script is not null
                && deployment.At<ShellScript>(script)?.Commands is [.., var last]
                && KnownCommand.Of(last).OfType<MigrationCommand>().Any()
            );
}
