#!/usr/bin/env node
import start from '../dist/start.cjs';
start.load('cli/main.cjs');
