using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary><c>.Capabilities.APIVersions</c>.</summary>
internal sealed class HelmApiVersions(IReadOnlyList<string> versions) : GoList(versions, "common.VersionSet"), IGoObject
{
    public string Text => GoPrint.Text(new GoList(Items));

    public bool TryMember(string name, IReadOnlyList<object?> arguments, out object? value)
    {
        value = name == "Has" && arguments is [string wanted] ? versions.Contains(wanted) : null;
        return value is not null;
    }
}
