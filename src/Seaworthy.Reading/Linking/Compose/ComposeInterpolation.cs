using System.Text;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>
/// Fills the holes of a template from a project's environment, keeping the places it went through. What the caller's shell adds cannot be known:
/// a variable that no file sets is blank, as Compose makes it, and named in <see cref="Resolved.Unset"/>.
/// </summary>
/// <remarks>Source: the Compose specification, "Interpolation".</remarks>
internal static class ComposeInterpolation
{
    private const int MaxLength = 100_000;

    public static Resolved Resolve(Template template, IReadOnlyDictionary<string, Fact<string>> values)
    {
        Filling filling = new(values);
        filling.Add(template);
        return filling.Why is { } why
            ? Resolved.Unknown(why, [.. filling.Chain]) with
            {
                Unset = filling.Unset,
            }
            : Resolved.Known(filling.Text.ToString(), [.. filling.Chain]) with
            {
                Unset = filling.Unset,
            };
    }

    /// <summary>
    /// What a project's env files set: its <c>.env</c>, or those of <c>--env-file</c> in order. The last one wins; values may use what stands before them.
    /// </summary>
    /// <param name="outer">What goes before them all: the values of a project that includes this one.</param>
    public static IReadOnlyDictionary<string, Fact<string>> Values(
        IReadOnlyList<EnvFile> files,
        IReadOnlyDictionary<string, Fact<string>>? outer = null
    )
    {
        Dictionary<string, Fact<string>> values = new(outer ?? new Dictionary<string, Fact<string>>(), StringComparer.Ordinal);
        foreach (var entry in files.SelectMany(file => file.Entries))
        {
            // A bare name takes the shell's value, which is not known; what the outer project sets stays.
            if (entry.Value is { } value && outer?.ContainsKey(entry.Name.Value) is not true)
            {
                var text = entry.Quote == EnvQuote.Single ? value.Raw : Resolve(value, values).Text;
                values[entry.Name.Value] = new Fact<string>(text ?? value.Raw, entry.Span);
            }
        }

        return values;
    }

    private sealed class Filling(IReadOnlyDictionary<string, Fact<string>> values)
    {
        public StringBuilder Text { get; } = new();

        public List<SourceSpan> Chain { get; } = [];

        public List<string> Unset { get; } = [];

        public string? Why { get; private set; }

        public void Add(Template template)
        {
            Chain.Add(template.Span);
            foreach (var part in template.Parts)
            {
                Add(part);
            }
        }

        private void Add(TemplatePart part)
        {
            if (part.IsMalformed)
            {
                Why ??= $"'{part.Text}' is not a reference that Compose understands";
            }
            else if (part.Variable is not { } name)
            {
                Append(part.Text);
            }
            else
            {
                Add(part, name, values.GetValueOrDefault(name));
            }
        }

        private void Add(TemplatePart part, string name, Fact<string>? value)
        {
            // With a colon, an empty value counts as none.
            var isSet = value is not null && (part.Operator is not [':', ..] || value.Value.Length > 0);
            switch (part.Operator)
            {
                case ":+" or "+":
                    AddWord(isSet ? part.Word : null);
                    break;
                case ":-" or "-" when !isSet:
                    AddWord(part.Word);
                    break;
                case ":?" or "?" when !isSet:
                    Why ??= $"{name} must be set when it is run";
                    break;
                default:
                    AddValue(name, value);
                    break;
            }
        }

        private void AddValue(string name, Fact<string>? value)
        {
            if (value is null)
            {
                Unset.Add(name);
            }
            else
            {
                Chain.Add(value.Span);
                Append(value.Value);
            }
        }

        private void AddWord(Template? word)
        {
            if (word is not null)
            {
                Add(word);
            }
        }

        // Each file is small, but a value may be asked for many times.
        private void Append(string text)
        {
            if (Text.Length + text.Length <= MaxLength)
            {
                Text.Append(text);
            }
            else
            {
                Why ??= "the text becomes too long";
            }
        }
    }
}
