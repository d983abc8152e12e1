using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Known.Options;

/// <summary>A tool of which the options are known, verb by verb.</summary>
public sealed class ToolOptions
{
    private static readonly ToolOptions Helm = new("helm", HelmOptions.All);
    private static readonly ToolOptions Kubectl = new("kubectl", KubectlOptions.All);
    private static readonly ToolOptions Docker = new("docker", DockerOptions.All);
    private static readonly ToolOptions Compose = new("docker compose", ComposeOptions.All);
    private static readonly ToolOptions OldCompose = new("docker-compose", ComposeOptions.All) { CompletesNames = true };
    private static readonly ToolOptions Terraform = new("terraform", TerraformOptions.All, hasSingleDash: true);
    private static readonly ToolOptions Fly = new("flyctl", FlyOptions.All);
    private static readonly ToolOptions Gcloud = new("gcloud", GcloudOptions.All) { CompletesNames = true };

    private readonly string name;
    private readonly bool hasSingleDash;
    private readonly Dictionary<string, KnownVerb> verbs;
    private readonly OptionGrammar always;

    private ToolOptions(string name, IReadOnlyList<VerbOptions> all, bool hasSingleDash = false)
    {
        this.name = name;
        this.hasSingleDash = hasSingleDash;
        var common = all.First(verb => verb.Verb.Length == 0);
        always = new OptionGrammar(common.WithValue) { EndsAtOperand = true, HasSingleDash = hasSingleDash };
        verbs = all.Where(verb => verb != common).ToDictionary(verb => verb.Verb, verb => Known(verb, common), StringComparer.Ordinal);
    }

    /// <summary>The beginning of a name is enough where no other begins so.</summary>
    private bool CompletesNames { get; init; }

    /// <summary>The long options of a command that its tool does not know with that verb; null for other tools and verbs.</summary>
    public static IReadOnlyList<UnknownOption>? UnknownIn(ShellCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var line = CommandLine.Of(command);
        return line.Program switch
        {
            "helm" => Helm.Unknown(line.Arguments),
            "kubectl" => Kubectl.Unknown(line.Arguments),
            "docker-compose" => OldCompose.Unknown(line.Arguments),
            "terraform" => Terraform.Unknown(line.Arguments),
            "flyctl" or "fly" => Fly.Unknown(line.Arguments),
            "gcloud" => Gcloud.Unknown(line.Arguments, "beta", "alpha"),
            "docker" when DockerPrograms.Split(line) is ("compose", var rest) => Compose.Unknown(rest),
            "docker" => Docker.Unknown(line.Arguments, "container", "image", "buildx", "builder"),
            _ => null,
        };
    }

    /// <param name="groups">Words in front of the verb that change nothing.</param>
    private IReadOnlyList<UnknownOption>? Unknown(IReadOnlyList<ShellWord> words, params string[] groups)
    {
        var head = CommandOptions.Read(words, always);
        var rest = head.Operands;
        var verb = VerbOf(ref rest);
        if (verb is null && rest is [{ Literal: { } group }, ..] && groups.Contains(group))
        {
            rest = [.. rest.Skip(1)];
            verb = VerbOf(ref rest);
        }

        return verb is null
            ? null
            :
            [
                .. head
                    .Options.Concat(CommandOptions.Read(rest, verb.Grammar).Options)
                    .Select(option => Judged(option, verb))
                    .OfType<UnknownOption>(),
            ];
    }

    /// <summary>The longest verb that the words begin with, which it takes off them.</summary>
    private KnownVerb? VerbOf(ref IReadOnlyList<ShellWord> words)
    {
        for (var count = Math.Min(2, words.Count); count > 0; count--)
        {
            if (
                words.Take(count).All(word => word.Literal is not null)
                && verbs.TryGetValue(string.Join(' ', words.Take(count)), out var verb)
            )
            {
                words = [.. words.Skip(count)];
                return verb;
            }
        }

        return null;
    }

    private UnknownOption? Judged(CommandOption option, KnownVerb verb)
    {
        var bare = Bare(option.Name);
        return
            !IsLong(option.Name)
            || bare.Length < 2
            || (option.Word.Literal is null && !option.Word.Prefix.Contains('=', StringComparison.Ordinal))
            || verb.Names.Contains(bare)
            || (CompletesNames && verb.Names.Any(known => known.StartsWith(bare, StringComparison.Ordinal)))
            ? null
            : new UnknownOption(name, verb.Verb, option.Name, option.Word.Span)
            {
                Nearest = NearMiss.Of(bare, verb.Names) is { } near ? option.Name[..^option.Name.TrimStart('-').Length] + near : null,
            };
    }

    private KnownVerb Known(VerbOptions verb, VerbOptions common)
    {
        var names = $"{common.WithValue} {common.Flags} {verb.WithValue} {verb.Flags}";
        return new KnownVerb(
            verb.Verb,
            new OptionGrammar($"{common.WithValue} {verb.WithValue}") { EndsAtOperand = verb.EndsAtOperand, HasSingleDash = hasSingleDash },
            [.. OptionGrammar.NamesIn(names).Where(IsLong).Select(Bare).Order(StringComparer.Ordinal)]
        );
    }

    private bool IsLong(string option) => hasSingleDash || option.StartsWith("--", StringComparison.Ordinal);

    // kubectl takes an underscore for a dash; no other tool has one in a name.
    private string Bare(string option) => name == "kubectl" ? option.TrimStart('-').Replace('_', '-') : option.TrimStart('-');

    /// <param name="Names">Of the long options, without dashes.</param>
    private sealed record KnownVerb(string Verb, OptionGrammar Grammar, HashSet<string> Names);
}
