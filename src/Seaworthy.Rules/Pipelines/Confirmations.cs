using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The commands that ask for a confirmation, and what each does when nobody answers.</summary>
/// <remarks>
/// Sources: Docker CLI, "docker system prune", "-f"; Terraform documentation, "terraform apply", "-auto-approve"; Pulumi documentation, "pulumi up", "--yes";
/// Prisma, "migrate dev" ("the environment is non-interactive, which is not supported"); Azure CLI, "Unable to prompt for confirmation as no tty available".
/// </remarks>
internal static class Confirmations
{
    private const string AnswerForPulumi = "PULUMI_SKIP_CONFIRMATIONS";

    private const string ArgumentsOfTerraform = "TF_CLI_ARGS";

    private const string Denied = "nobody answers its prompt, and the command fails";

    public static Confirmation? Of(CommandSite site)
    {
        var line = CommandLine.Of(site.Variables.WithProgram(site.Command));
        var words = line.Arguments;
        return line.Program switch
        {
            "docker" or "podman" => OfDocker(site, words),
            "terraform" or "tofu" => OfTerraform(site, line),
            "pulumi" when line.Verb is "up" or "update" or "destroy" => new Confirmation($"pulumi {line.Verb}", "--yes", Denied)
            {
                IsMet =
                    words.Any(word => word.Literal is null or "--yes" or "-y" or "--skip-preview" or "-f" or "--help")
                    || site.Span.File.Mentions(AnswerForPulumi),
            },
            "prisma" when words is [{ Literal: "migrate" }, { Literal: "reset" }, ..] => new Confirmation(
                "prisma migrate reset",
                "--force",
                Denied
            )
            {
                IsMet = HasShort(words, 'f') || words.Any(word => word.Literal is "--force"),
            },
            "az" when words is [{ Literal: "group" or "vm" or "aks" or "acr" or "container" }, { Literal: "delete" }, ..] =>
                new Confirmation($"az {line.Verb} delete", "--yes", Denied)
                {
                    IsMet = words.Any(word => word.Literal is null or "--yes" or "-y"),
                },
            _ => null,
        };
    }

    private static Confirmation? OfDocker(CommandSite site, IReadOnlyList<ShellWord> words)
    {
        if (
            words
            is [
                { Literal: "system" or "image" or "container" or "volume" or "network" or "builder" or "buildx" } group,
                { Literal: "prune" },
                ..,
            ]
        )
        {
            var flags = words.Skip(2).ToList();
            return new Confirmation(
                $"docker {group.Literal} prune",
                "--force",
                "nobody answers its prompt, so it removes nothing and the disk fills up"
            )
            {
                IsMet = HasShort(flags, 'f') || flags.Any(word => word.Literal is null or "--force" or "--force=true" or "--help"),
                IsHarmless = true,
            };
        }

        return
            words is [{ Literal: "exec" or "run" } verb, ..]
            && site.Known.Any(known => known is DockerExecCommand { IsInteractive: true } or DockerRunCommand { IsInteractive: true })
            ? Terminal(verb.Literal ?? "", words)
            : null;
    }

    /// <summary>Docker refuses <c>-i</c> with <c>-t</c> where its own input is no terminal.</summary>
    private static Confirmation? Terminal(string verb, IReadOnlyList<ShellWord> words)
    {
        var own = words.Skip(1).TakeWhile(word => word.Prefix is ['-', ..]).ToList();
        var both = own.Find(word => word.HasFlag('i') && word.HasFlag('t'))?.Literal;
        var alone = own.Find(word => word.Literal is "-t" or "--tty")?.Literal;
        return both is null && (alone is null || !own.Exists(word => word.Literal is "-i" or "--interactive"))
            ? null
            : new Confirmation($"docker {verb}", both ?? alone ?? "", "it ends with `the input device is not a TTY`")
            {
                IsForTerminal = true,
            };
    }

    private static Confirmation? OfTerraform(CommandSite site, CommandLine line)
    {
        var at = line.Arguments.ToList().FindIndex(word => word.Prefix is not ['-', ..]);
        if (at < 0 || line.Arguments[at].Literal is not ("apply" or "destroy") || site.Span.File.Mentions(ArgumentsOfTerraform))
        {
            return null;
        }

        var rest = line.Arguments.Skip(at + 1).ToList();
        return new Confirmation($"{line.Program} {line.Arguments[at].Literal}", "-auto-approve", Denied)
        {
            IsMet =
                rest.Exists(word =>
                    word.Literal is null or "-help" or "--help"
                    || word.Prefix.TrimStart('-').StartsWith("auto-approve", StringComparison.Ordinal)
                )
                // A saved plan is carried out without a question.
                || HasOperand(rest),
        };
    }

    private static bool HasOperand(List<ShellWord> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Prefix is not ['-', ..])
            {
                return true;
            }

            if (words[at].Literal is "-var" or "-var-file" or "-target" or "-replace" or "-lock-timeout" or "-state" or "-parallelism")
            {
                at++;
            }
        }

        return false;
    }

    private static bool HasShort(IReadOnlyList<ShellWord> words, char letter) => words.Any(word => word.HasFlag(letter));
}
