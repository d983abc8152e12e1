using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The values of a compose project with their variables replaced.</summary>
internal static class ComposeStackValues
{
    /// <summary>A variable that only a template documents is unknown: the deployment sets it.</summary>
    public static Resolved Resolve(this ComposeStack stack, Template template) =>
        TemplateValues.Resolve(template, name => Variable(stack, name));

    public static string? Text(this ComposeStack stack, Template? template) => template is null ? null : stack.Resolve(template).Text;

    /// <summary>Null also for a variable without a value here, for which Compose would put nothing: the start sets it, or Compose warns.</summary>
    public static string? SettledText(this ComposeStack stack, Template template) =>
        stack.Resolve(template) is { Unset.Count: 0, Text: var text } ? text : null;

    /// <summary>What Docker calls a network of the project, as far as <c>name</c> says; projects that give it the same name share it.</summary>
    public static string NameOfNetwork(this ComposeStack stack, string key) =>
        stack.Text(stack.Project.Networks.FirstOrDefault(network => network.Name.Value == key)?.ActualName) ?? key;

    private static Resolved? Variable(ComposeStack stack, string name)
    {
        if (Find(stack.EnvFiles, name) is { } entry)
        {
            return entry.Value is { Literal: { } literal }
                ? Resolved.Known(literal, entry.Span)
                : Resolved.Unknown($"{name} is computed in {entry.Span.File.Path}", entry.Span);
        }

        return Find(stack.Templates, name) is { } documented
            ? Resolved.Unknown(
                $"{name} is documented in {documented.Span.File.Path}, but its value is not in the repository",
                documented.Span
            )
            : null;
    }

    private static EnvEntry? Find(IReadOnlyList<EnvFile> files, string name) =>
        files.Select(file => file.Find(name)).LastOrDefault(entry => entry is not null);
}
