namespace Seaworthy.Model.Known.Packages;

/// <summary>Major releases of a Fastify plugin that register with one major release of Fastify only.</summary>
/// <param name="Package">Its npm package.</param>
/// <param name="First">The first major release of the row.</param>
/// <param name="Last">The last.</param>
/// <param name="Fastify">The major release of Fastify.</param>
public sealed record FastifyPlugin(string Package, int First, int Last, int Fastify);
