using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>A node, where the text after it begins (an alias ends elsewhere than the node it stands for), and what repeating it costs.</summary>
/// <param name="Weight">How many nodes it holds, aliases resolved.</param>
/// <param name="Height">How deep it nests, aliases resolved.</param>
internal sealed record Built(Node Node, int End, int Weight, int Height);
