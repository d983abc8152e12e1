namespace Seaworthy.Engine;

/// <summary>The version of this program, as reports state it.</summary>
public static class ProductVersion
{
    public static string Text { get; } = typeof(ProductVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
