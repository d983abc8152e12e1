using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Linking.Components;

/// <summary>A router and the file that declares it.</summary>
internal sealed record RouterNode(CodeFile File, Router Router)
{
    public bool Equals(RouterNode? other) => other is not null && ReferenceEquals(File, other.File) && Router.Name == other.Router.Name;

    public override int GetHashCode() => HashCode.Combine(File.File.Path, Router.Name);
}
