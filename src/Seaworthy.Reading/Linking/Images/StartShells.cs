using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Shells with which containers begin: bash in the small systems that have none, any in images that hold a program and nothing else.</summary>
internal static class StartShells
{
    public static ProgramUse? Of(Startup startup)
    {
        if (
            startup.Start?.Program is not { } program
            || ImagePath.NameOf(program.Word.Value) is not ("sh" or "bash")
            || startup.Workload?.Mounts.Any(mount => IsOfPrograms(mount.Path)) == true
        )
        {
            return null;
        }

        var shell = ImagePath.NameOf(program.Word.Value);
        var known = startup.Image is { } built ? built.Down(built.Final).Last().PublicBase : startup.Workload?.Public;
        // An entry point that is no script takes the word as an argument.
        if (known is null || (!program.IsEntryPoint && TakesArguments(known)))
        {
            return null;
        }

        var answer = startup.Image is { } image ? Find(image, known, shell) : Find(known, shell);
        var place = startup.Image is { } own ? ProgramUses.Bottom(own, own.Final).Declared.Base.Span : startup.Workload?.Reference?.Span;
        return answer is null
            ? null
            : new ProgramUse(startup.Subject, shell, program.Word.Span, answer)
            {
                Base = startup.Image is { } from ? ProgramUses.Bottom(from, from.Final).Base.Text ?? "" : known.Name,
                BaseAt = place,
                IsStart = true,
                IsDemanded = true,
            };
    }

    /// <summary>Where there is no shell, no script can be the entry point: it is the program that the image is for.</summary>
    private static bool TakesArguments(PublicImage known) =>
        (known.EntryPoint ?? known.CommandRunner) is not null || (known.HasShell == false && known.Name != "scratch");

    private static PathAnswer? Find(PublicImage known, string shell) =>
        known.HasTool(shell) switch
        {
            true => new PathAnswer(Presence.Present, shell),
            false => new PathAnswer(Presence.Absent, shell),
            null => null,
        };

    private static PathAnswer? Find(Image image, PublicImage known, string shell)
    {
        var answer = ImagePrograms.Find(image, image.Final, shell, countsCalls: true);
        return answer.Presence == Presence.Absent && image.Down(image.Final).Any(stage => MayBring(stage, known)) ? null : answer;
    }

    private static bool MayBring(ImageStage stage, PublicImage known) =>
        stage.Declared.Instructions.Any(instruction =>
            instruction switch
            {
                DockerInstruction.Shell => true,
                DockerInstruction.Copy { IsAdd: true } => true,
                DockerInstruction.Copy copy => copy.Destination?.Literal is not { } to
                    || IsOfPrograms(to.TrimEnd('/'))
                    || copy.Span.Text.Contains("busybox", StringComparison.Ordinal),
                _ => false,
            }
        )
        || (
            known.System == BaseSystem.Alpine
            && stage
                .Commands.SelectMany(at => KnownCommand.Of(at.Command))
                .OfType<PackageInstallCommand>()
                .Where(install => install.Manager == "apk")
                .SelectMany(install => install.Packages)
                .Any(word => word.Literal is not { } package || !AlpinePackages.NeverBringBash(package))
        );

    private static bool IsOfPrograms(string path) =>
        path is "" or "/" or "/usr" or "/usr/local" || path.Contains("/bin", StringComparison.Ordinal);
}
