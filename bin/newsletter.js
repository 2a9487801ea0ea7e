#!/usr/bin/env node
import start from '../dist/start.cjs';
start.setUp();
start.load('cli/main.cjs');
