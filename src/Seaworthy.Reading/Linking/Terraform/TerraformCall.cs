using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>A command of Terraform that reads the state and, without a saved plan, wants a value for every variable; with those that it gives itself.</summary>
/// <remarks>Source: Terraform documentation, "terraform plan", "terraform apply": a saved plan holds its values.</remarks>
internal sealed record TerraformCall(ShellCommand Command, string Text)
{
    private static readonly string[] WithValue =
    [
        "out",
        "target",
        "replace",
        "parallelism",
        "lock-timeout",
        "state",
        "state-out",
        "backup",
        "generate-config-out",
    ];

    /// <summary><c>-var</c>.</summary>
    public IReadOnlyList<string> Variables { get; private init; } = [];

    /// <summary><c>-var-file</c>.</summary>
    public IReadOnlyList<string> Files { get; private init; } = [];

    /// <summary><c>-chdir</c>.</summary>
    public ShellWord? ChangesTo { get; private init; }

    /// <summary>A word of which it is not known what it says.</summary>
    public ShellWord? Computed { get; private init; }

    /// <summary>The plan that it carries out, which holds its values.</summary>
    public ShellWord? SavedPlan { get; private init; }

    /// <summary>Creates and changes what the configuration declares.</summary>
    public bool IsApply =>
        Text.EndsWith(" apply", StringComparison.Ordinal) && !Command.Words.Any(word => word.Literal is "-destroy" or "--destroy");

    public static TerraformCall? Of(ShellCommand command)
    {
        if (
            command
            is not {
                Program: "terraform" or "tofu",
                IsConditional: false,
                IsCondition: false,
                FailureIsMasked: false,
                IsInSubstitution: false
            }
        )
        {
            return null;
        }

        var words = command.Words.Skip(1).ToList();
        var start = words.FindIndex(word => word.Prefix is not ['-', ..]);
        if (start < 0 || words[start].Literal is not ("plan" or "apply" or "destroy" or "refresh") || words[..start].Count > 1)
        {
            return null;
        }

        TerraformCall call = new(command, $"{command.Program} {words[start].Literal}")
        {
            ChangesTo = words[..start].Find(word => word.Prefix.StartsWith("-chdir=", StringComparison.Ordinal))?.From("-chdir=".Length),
        };
        return start == 1 && call.ChangesTo is null ? null : call.With(words[(start + 1)..]);
    }

    private TerraformCall With(List<ShellWord> words)
    {
        List<string> variables = [];
        List<string> files = [];
        ShellWord? computed = null;
        ShellWord? plan = null;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (word.Prefix is not ['-', .. var option])
            {
                plan ??= word.Literal is null ? null : word;
                computed ??= word.Literal is null ? word : null;
                continue;
            }

            option = option.TrimStart('-');
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? option : option[..equals];
            var value =
                equals >= 0 ? word.From(word.Prefix.IndexOf('=', StringComparison.Ordinal) + 1)
                : name is "var" or "var-file" || WithValue.Contains(name) ? words.ElementAtOrDefault(++at)
                : null;
            if (name == "var")
            {
                variables.Add((value?.Prefix ?? "").Split('=')[0]);
                computed ??= value?.Prefix.Contains('=', StringComparison.Ordinal) == true ? null : value;
            }
            else if (name == "var-file")
            {
                computed ??= value?.Literal is null ? value : null;
                files.AddRange(value?.Literal is { } file ? [file] : []);
            }
        }

        return this with
        {
            Variables = variables,
            Files = files,
            Computed = computed,
            SavedPlan = plan,
        };
    }
}
