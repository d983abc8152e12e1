namespace Seaworthy.Model.Source;

/// <summary>An element of a path pattern. A character token accepts <paramref name="Literal"/>, or what <paramref name="Set"/> holds when there is one.</summary>
internal readonly record struct WildToken(WildTokenKind Kind, char Literal = '\0', WildSet? Set = null)
{
    public static WildToken AnyCharacter { get; } = new(WildTokenKind.Character, Set: WildSet.Any);

    public static WildToken Star { get; } = new(WildTokenKind.Star);

    public static WildToken Directories { get; } = new(WildTokenKind.Directories);

    public static WildToken Rest { get; } = new(WildTokenKind.Rest);

    public static WildToken Exactly(char literal) => new(WildTokenKind.Character, literal);

    public static WildToken OneOf(WildSet set) => new(WildTokenKind.Character, Set: set);

    public bool Accepts(char character) => Set is null ? character == Literal : Set.Contains(character);
}
