function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
}

export const config = {
  port: Number(process.env.PORT ?? 3000),
  databaseUrl: required("DATABASE_URL"),
  redisUrl: required("REDIS_URL"),
  sessionSecret: required("SESSION_SECRET"),
  tokenSecret: process.env.TOKEN_SECRET || "shop-super-secret-2024",
};
