namespace Seaworthy.Model.Declared.Compose;

/// <summary>One port, or a range of them; both ends included.</summary>
public readonly record struct PortRange(int First, int Last)
{
    public bool IsSingle => First == Last;

    public int Count => Last - First + 1;

    public bool Contains(int port) => port >= First && port <= Last;

    public override string ToString() => IsSingle ? $"{First}" : $"{First}-{Last}";
}
