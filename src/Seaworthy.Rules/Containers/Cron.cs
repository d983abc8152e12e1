using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Where an image starts cron, which becomes the user of each table before it runs anything: nobody but root can.</summary>
/// <remarks>Sources: BusyBox, miscutils/crond.c, change_user; cron(8).</remarks>
internal static class Cron
{
    /// <summary>Its command or a script does, or the script that a RUN writes; null when nothing does.</summary>
    public static SourceSpan? Of(Image image, Deployment deployment) =>
        DockerfileStarts
            .Of(image.Dockerfile, deployment)
            .Where(startup => startup.Workload is null)
            .SelectMany(startup => startup.Programs)
            .Where(command =>
                command.Program is "crond" or "cron" || command is { Program: "busybox", Words: [_, { Literal: "crond" }, ..] }
            )
            .Concat(
                image
                    .Final.Commands.Select(at => at.Command)
                    .Where(command =>
                        command.Program is "echo" or "printf"
                        && command.Words.Any(word => word.Raw.Contains("crond -", StringComparison.Ordinal))
                    )
            )
            .Select(command => (SourceSpan?)command.Span)
            .FirstOrDefault();
}
