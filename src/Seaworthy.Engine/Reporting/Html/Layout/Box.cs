namespace Seaworthy.Engine.Reporting.Html.Layout;

/// <summary>A box in its place.</summary>
internal readonly record struct Box(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public int Middle => Y + (Height / 2);

    public bool Meets(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}
