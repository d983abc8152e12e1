using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Compose;
using ComposeLine = Seaworthy.Model.Declared.Scripts.Commands.ComposeCommand;

namespace Seaworthy.Reading.Linking.Targets.Compose;

/// <summary>Services that are there for one task, and end with it.</summary>
internal static class ComposeTasks
{
    private static readonly FrozenSet<string> Clients = FrozenSet.Create(
        StringComparer.Ordinal,
        "psql pg_restore createdb mysql mongosh mongorestore redis-cli cqlsh sqlcmd mc kafka-topics kafka-topics.sh rabbitmqadmin".Split(
            ' '
        )
    );

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

    /// <summary>What it runs last, by itself or in a mounted script, brings a schema to where it should be or asks a server for something, and ends.</summary>
    public static bool EndsInTask(Deployment deployment, ProcessStart? start, IReadOnlyList<Mount> mounts) =>
        start is { Commands: [.., var last] }
        && start.Commands.All(command => !command.IsBackground)
        && (IsTask(last) || MountedScript(deployment, last, mounts)?.Commands is [.., var inner] && IsTask(inner));

    private static ShellScript? MountedScript(Deployment deployment, ShellCommand command, IReadOnlyList<Mount> mounts) =>
        command.Words is [{ Literal: { } path }]
            ? mounts
                .Where(mount => mount is { Kind: MountKind.Bind, Source: not null })
                .Select(mount => mount.Inside(path) is { } rest ? RepositoryPath.Join(mount.Source, rest) : null)
                .OfType<string>()
                .Select(deployment.At<ShellScript>)
                .FirstOrDefault(script => script is not null)
            : null;

    private static bool IsTask(ShellCommand command) =>
        command is { IsConditional: false, Function: null, Loop: null }
        && (Clients.Contains(command.Program) || KnownCommand.Of(command).OfType<MigrationCommand>().Any());
}
