namespace Seaworthy.Deploying.Planning;

/// <summary>Something that is mounted in a container.</summary>
/// <param name="Target">Where.</param>
/// <param name="Source">A path of the host, or the name of a volume.</param>
/// <param name="IsVolume">A volume, not a path.</param>
public sealed record ObservedMount(string Target, string Source, bool IsReadOnly, bool IsVolume)
{
    private const int LettersOfAnonymous = 64;

    /// <summary>The engine made it, without a name of anybody's: it calls such a volume by 64 hexadecimal digits.</summary>
    public bool IsAnonymous => IsVolume && Source.Length == LettersOfAnonymous && Source.All(char.IsAsciiHexDigitLower);

    /// <summary>The same for another container.</summary>
    public MountDefinition Declared() => new(Source, Target, IsReadOnly, IsVolume);
}
